import ApusPlatform
import ApusSource
import ApusSpec

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `apus init`: writes `apus.yaml` in the working folder, or adds a client to the one that is there.
public struct Setup: Sendable {
    /// The arguments.
    public struct Request: Sendable {
        /// The text of a ``DocumentLocation``; nil: a file with an example and without a client of the user's.
        public var spec: String?
        /// The module; nil: from the document's title.
        public var name: String?
        /// The folder to generate into; nil: `Sources/<name>` beside a Package.swift, otherwise the default.
        public var output: String?
        /// Fetches the document where it has an address.
        public var fetch: Fetch?
        /// The checkout of Apus that a package may depend on; nil: a repository.
        public var checkout: String?

        public init() {}
    }

    /// The client's module; nil without a document.
    public private(set) var client: String?
    /// One line: what was written.
    public private(set) var summary = ""
    /// The findings about the document, without notes.
    public private(set) var findings: Findings?
    /// The next steps, one or more lines; empty without a document.
    public private(set) var next = ""

    /// Writes the file, unless the document has errors, which ``findings`` then names.
    ///
    /// - Throws: ``WorkspaceProblem`` when the file cannot be written, or the client cannot be added to it.
    public static func write(_ request: Request) throws(WorkspaceProblem) -> Setup {
        var setup = Setup()
        var template = WorkspaceTemplate()
        if let spec = request.spec {
            let client = ClientConfiguration(name: request.name ?? "", spec: spec, output: "")
            let reading = DocumentStack.run { Reading(client, fetch: request.fetch) }
            setup.findings = reading.findings
            guard let document = reading.summary else { return setup }
            template = makeTemplate(document, request, spec: spec)
            setup.client = template.name
            setup.next =
                NextSteps(
                    module: template.name, output: template.output ?? "Generated/\(template.name)",
                    usesXML: document.usesXML, hasManifest: exists("Package.swift"),
                    dependency: PackageScaffold.dependency(onCheckout: request.checkout)
                ).text
        } else if let name = request.name {
            template.name = name
        }
        setup.summary = try save(template, hasDocument: request.spec != nil)
        return setup
    }

    private static func makeTemplate(_ summary: Reading.Summary, _ request: Request, spec: String) -> WorkspaceTemplate
    {
        let isPackage = exists("Package.swift")
        var name = request.name ?? ModuleName.make(from: summary.title)
        // A target of the user's may have the name of the document.
        if request.name == nil, isPackage, exists("Sources/\(name)"),
            !exists("Sources/\(name)/\(OutputManifest.fileName)")
        {
            name += "API"
        }
        return WorkspaceTemplate(
            name: name, spec: spec, output: request.output ?? (isPackage ? "Sources/\(name)" : nil),
            hasNamespaces: summary.hasNamespaces, proposals: summary.proposals)
    }

    /// A new file, or bytes at the end of the one that is there. Returns what was done.
    private static func save(_ template: WorkspaceTemplate, hasDocument: Bool) throws(WorkspaceProblem) -> String {
        let path = Workspace.fileName
        if let bytes = try read(path) {
            guard hasDocument else {
                throw WorkspaceProblem(
                    "there is an \(path) already; name a document to add its client: apus init openapi.yaml")
            }
            let addition = try WorkspaceAddition(of: template, to: bytes, in: ".")
            try append(addition.text, to: path)
            return "added the client \(template.name) to \(path)"
        }
        do {
            try Data(template.workspace.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw WorkspaceProblem("there is an \(path) already, which is a link to nothing")
        } catch {
            throw WorkspaceProblem("cannot write \(path): \(FileFault.describe(error))")
        }
        return hasDocument
            ? "wrote \(path) with the client \(template.name)" : "wrote \(path) with an example of a client"
    }

    /// nil where there is no file.
    private static func read(_ path: String) throws(WorkspaceProblem) -> [UInt8]? {
        guard exists(path) else { return nil }
        do throws(FileBytes.Problem) {
            return try FileBytes.read(path, limit: SourceLimits.standard.bytesPerFile)
        } catch {
            if case .unreadable(let reason) = error { throw WorkspaceProblem("cannot read \(path): \(reason)") }
            throw WorkspaceProblem("cannot read \(path): it is too large")
        }
    }

    /// The content of the file stays, byte by byte. A link is not followed: it may lead out of the checkout.
    private static func append(_ text: String, to path: String) throws(WorkspaceProblem) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw WorkspaceProblem("cannot write \(path): \(FileFault.describe(errno))") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        let count = bytes.withUnsafeBytes { ApusPlatform.write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count else { throw WorkspaceProblem("cannot write \(path): \(FileFault.describe(errno))") }
    }

    private static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }
}

extension Setup {
    /// One reading of the document.
    private struct Reading {
        struct Summary {
            let title: String
            let hasNamespaces: Bool?
            let proposals: [Proposal]
            let usesXML: Bool
        }

        let findings: Findings
        /// nil where the document has errors.
        let summary: Summary?

        init(_ client: ClientConfiguration, fetch: Fetch?) {
            var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []), fetch: fetch)
            let document = pipeline.readDocument()
            findings = Findings(pipeline.diagnostics, files: pipeline.files, withNotes: false)
            guard let document, !findings.isFailure else {
                summary = nil
                return
            }
            let signs = DocumentSigns(document, of: pipeline)
            summary = Summary(
                title: document.info.title, hasNamespaces: signs.hasNamespaces, proposals: signs.proposals(),
                usesXML: signs.usesXML)
        }
    }
}
