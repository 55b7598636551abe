"""Swift clients from OpenAPI documents, as actions that Bazel caches and may run elsewhere."""

def _apus_client_impl(ctx):
    output = ctx.actions.declare_directory(ctx.label.name)
    arguments = ctx.actions.args()
    arguments.add("generate")
    arguments.add("--spec", ctx.file.spec)
    arguments.add("--output", output.path)
    arguments.add("--name", ctx.attr.module or ctx.label.name)
    arguments.add("--access", ctx.attr.access)
    for overlay in ctx.files.overlays:
        arguments.add("--overlay", overlay)
    for root in ctx.attr.roots:
        arguments.add("--allow-root", root)
    if ctx.attr.namespaces:
        arguments.add("--namespaces", ctx.attr.namespaces)
    if ctx.attr.strict:
        arguments.add("--strict")
    arguments.add("--quiet")
    ctx.actions.run(
        executable = ctx.executable.tool,
        arguments = [arguments],
        inputs = [ctx.file.spec] + ctx.files.overlays + ctx.files.parts,
        outputs = [output],
        mnemonic = "ApusGenerate",
        progress_message = "Generating the client %s" % ctx.label.name,
        # The output is a function of the inputs: no network, no clock, no variable.
        env = {},
        execution_requirements = {"block-network": "1"},
    )
    return [DefaultInfo(files = depset([output]))]

apus_client = rule(
    implementation = _apus_client_impl,
    doc = "A folder with the Swift files of the client of one OpenAPI or Swagger document.",
    attrs = {
        "spec": attr.label(
            allow_single_file = [".yaml", ".yml", ".json"],
            mandatory = True,
            doc = "The document.",
        ),
        "parts": attr.label_list(
            allow_files = True,
            doc = "Files that the document refers to.",
        ),
        "overlays": attr.label_list(
            allow_files = [".yaml", ".yml", ".json"],
            doc = "Overlay documents, applied in this order.",
        ),
        "roots": attr.string_list(
            doc = "Folders outside of the document's own that references may reach, from the root of the execution.",
        ),
        "module": attr.string(doc = "The Swift module. Default: the name of the target."),
        "access": attr.string(
            default = "public",
            values = ["public", "package", "internal"],
            doc = "The access level of the generated code.",
        ),
        "namespaces": attr.string(
            values = ["", "none", "tags"],
            doc = "The namespaces of the client. Default: by the size of the document.",
        ),
        "strict": attr.bool(doc = "Treat warnings as errors."),
        "tool": attr.label(
            default = Label("//:tool"),
            executable = True,
            allow_files = True,
            cfg = "exec",
            doc = "The tool.",
        ),
    },
)
