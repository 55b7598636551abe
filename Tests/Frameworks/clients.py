"""Gets documents, and generates clients from them, and calls where there are no hand-written ones."""

import json
import shutil
import sys

import yaml

import compare
import snippets
from frameworks import DOCUMENTS, GENERATED, HERE, ROOT, WORK
from servers import Server

sys.path.insert(0, str(HERE / "Servers"))

import vendor_document  # noqa: E402


def document(framework, record):
    """The document of a framework, and its difference from the one in `make test`, if any."""
    if framework.calls in vendor_document.SPECS:
        return vendor_document.load(framework.calls), []
    if framework.file:
        return yaml.load(framework.file.read_text(encoding="utf-8"), vendor_document.TextDates), []
    with Server(framework, "document") as server:
        text = json.dumps(json.loads(server.document()), indent=2, ensure_ascii=False) + "\n"
    recorded = DOCUMENTS / framework.recorded
    if record:
        recorded.write_text(text, encoding="utf-8")
    if recorded.exists() and recorded.read_text(encoding="utf-8") == text:
        return json.loads(text), []
    return json.loads(text), [
        f"{framework.name}: the server's document is not {recorded.relative_to(ROOT)}; `make frameworks FRAMEWORKS=--record` records it"
    ]


def manners(run, apus) -> list:
    """The modules of the documents in the style of frameworks that do not run here: they are compiled, and not called."""
    names = []
    for source in sorted(DOCUMENTS.glob("*.yaml")):
        names.append("Manner" + source.stem.capitalize())
        shutil.rmtree(GENERATED / names[-1], ignore_errors=True)
        run([apus, "generate", "--quiet", "--spec", source, "--output", GENERATED / names[-1], "--name", names[-1], "--namespaces", "none"])
    return names


def prepare(run, apus, framework, found):
    """Writes the client's module, and its calls if they come from its README."""
    module = GENERATED / framework.module
    if framework.generates:
        source = framework.file
        if not source:
            source = WORK / "documents" / framework.recorded
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_text(json.dumps(found, indent=2, ensure_ascii=False), encoding="utf-8")
        shutil.rmtree(module, ignore_errors=True)
        run([apus, "generate", "--quiet", "--spec", source, "--output", module, "--name", framework.module, "--namespaces", "none"])
    if framework.file and framework.printed:
        if not framework.generates:
            module = ROOT / "Generated" / framework.module
        credentials = module / "Credentials.swift"
        snippets.write(
            GENERATED / "Calls" / framework.calls / f"{framework.calls}Calls.swift", framework.calls, framework.module,
            (module / f"{module.name}.docc" / "README.md").read_text(encoding="utf-8"),
            credentials.read_text(encoding="utf-8") if credentials.exists() else None, compare.labels(found), framework)
