import ApusDiff
import ApusEmission
import ApusLowering
import ApusModel
import ApusOverlays
import ApusSource
import ApusSpec

/// Fetches an http or https URL and returns its bytes, at most as many as the limit, from the allowed hosts only, also
/// after redirects. A thrown error describes itself in half a sentence: `the server answers 404`.
public typealias Fetch =
    @Sendable (_ address: String, _ allowedHosts: Set<String>, _ byteLimit: Int) throws -> [UInt8]

/// The stages and the values between them, in order:
///
///     text ─▶ SourceNode ─▶ Document ─▶ APIModel ─▶ [GeneratedFile] ─▶ disk
///
/// One value per run of one client. Each step returns nil if there is no result to continue with; ``diagnostics`` has
/// the reason.
struct Pipeline {
    private(set) var client: ClientConfiguration
    let workspace: Workspace
    /// The network access of this run; nil: none.
    var fetch: Fetch?
    var files = SourceFiles()
    /// The document, where it is not a file or standard input.
    var loaded: LoadedDocument?
    var diagnostics = Diagnostics()
    /// The previous document, where it is not the file on disk.
    var previous: [UInt8]?
    /// The file of the document, once it is open.
    private(set) var document: SourceFileID?

    init(client: ClientConfiguration, workspace: Workspace, fetch: Fetch? = nil) {
        self.client = client
        self.workspace = workspace
        self.fetch = fetch
        guard let path = client.generatorConfig else { return }
        do throws(SourceError) {
            try GeneratorConfig.apply(path, to: &self.client, files: files, diagnostics: &diagnostics)
        } catch {
            diagnostics.merge(error)
        }
    }

    /// The document's text as a tree, with its file.
    typealias Tree = (file: SourceFileID, root: SourceNode)

    /// The document's text as a tree, with the overlays applied.
    mutating func readTree() -> Tree? {
        do throws(SourceError) {
            let file = try openDocument()
            var root = try files.parse(file, diagnostics: &diagnostics)
            for path in client.overlays {
                let overlayFile = try load(path)
                let overlayRoot = try files.parse(overlayFile, diagnostics: &diagnostics)
                guard let overlay = OverlayDocument.read(overlayRoot, diagnostics: &diagnostics) else { return nil }
                root = overlay.apply(to: root, diagnostics: &diagnostics)
            }
            return (file, root)
        } catch {
            diagnostics.merge(error)
            return nil
        }
    }

    private mutating func openDocument() throws(SourceError) -> SourceFileID {
        let file =
            if let loaded { files.add(path: loaded.path, bytes: loaded.bytes) } else { try load(client.spec) }
        document = file
        return file
    }

    /// Adds the document at a location. The host of its address is allowed, because the user named it.
    private func load(_ text: String) throws(SourceError) -> SourceFileID {
        switch DocumentLocation(text) {
        case .standardInput: return try files.load(nil, shownAs: text)
        case .file(let path): return try files.load(workspace.locate(path), shownAs: path)
        case .address(let address):
            var options = readOptions
            options.allowHost(of: address)
            return try loader.fetch(address, from: options.allowedHosts, into: files)
        case .unreadable(let reason): throw .unreadable(text, reason: reason)
        }
    }

    var loader: FileLoader { .folder(workspace.folder, fetch: fetch) }

    /// The document in one version, with references resolved.
    mutating func readDocument() -> Document? {
        readTree().flatMap { readDocument($0) }
    }

    mutating func readDocument(_ tree: Tree) -> Document? {
        DocumentReader.read(
            root: tree.root, of: tree.file, files: files, loader: loaded?.loader ?? loader, options: readOptions,
            diagnostics: &diagnostics)
    }

    /// The Swift declarations to write.
    mutating func lower() -> APIModel? {
        if client.keepsDeprecated, let place = previousPlace { return lower(keepingNamesOf: place) }
        guard let document = readDocument() else { return nil }
        return Lowering.lower(
            document, files: files, options: loweringOptions(for: document), diagnostics: &diagnostics)
    }

    /// The document with its Swift declarations and their locations, to be compared with another version.
    mutating func readVersion() -> APIVersion? {
        readDocument().flatMap { readVersion($0) }
    }

    mutating func readVersion(_ document: Document, keeping keptTypes: Set<TypeID> = []) -> APIVersion? {
        var options = loweringOptions(for: document)
        options.keptTypes = keptTypes
        let (model, locations) = Lowering.lowerWithLocations(
            document, files: files, options: options, diagnostics: &diagnostics)
        return APIVersion(document: document, model: model, locations: locations)
    }

    /// A line for each declaration with a location in the document:
    /// `Contact  openapi.yaml:259:5  #/components/schemas/Contact`.
    mutating func readOrigins() -> String? {
        guard let document = readDocument() else { return nil }
        let origins = Lowering.lowerWithOrigins(
            document, files: files, options: loweringOptions(for: document), diagnostics: &diagnostics
        ).origins
        return origins.map { origin in
            let position = files.position(of: origin.mark)
            let location = "\(files.path(of: origin.mark.file)):\(position.line):\(position.column)"
            return "\(origin.name)  \(location)  \(origin.pointer)\n"
        }.joined()
    }

    /// A response for each operation, as JSON.
    mutating func readExamples() -> String? {
        guard let document = readDocument() else { return nil }
        return ResponseExamples.json(document, files: files, options: loweringOptions(for: document))
    }

    /// Every example of a response with its reader and its schema, as JSON.
    mutating func readAnswers() -> String? {
        guard let document = readDocument() else { return nil }
        let answers = AnswerExamples(document)
        var options = loweringOptions(for: document)
        options.include = answers.selection
        let model = Lowering.lower(document, files: files, options: options, diagnostics: &diagnostics)
        return answers.json(reading: model, files: files)
    }

    /// The files of the client.
    ///
    /// - Parameter package: The package that is written around them; nil: they are part of another one.
    /// - Throws: ``OutputProblem`` when a file that the workspace names may not be read, or the user's templates cannot be; `EmissionError`
    ///   when one of those cannot be used.
    mutating func emit(in package: PackageScaffold? = nil) throws -> Emitted? {
        try workspace.checkInputs(of: client)
        guard let model = lower() else { return nil }
        let output = workspace.locate(client.output)
        // A client with a namespace shares its module.
        if package == nil, client.module == nil, client.namespace != nil {
            client.module = CompilingTarget.find(for: output)?.name
        }
        let isShared = client.namespace != nil && client.module != nil
        let use =
            package?.use(in: client.output, module: model.module)
            ?? ReadmeLocation.use(
                ofModule: isShared ? client.module ?? "" : model.module, in: output, isShared: isShared)
        let files = try Emission.emit(model, options: emissionOptions(use: use))
        let examples = client.examples == nil ? [] : try Emission.emit(model, options: exampleOptions(of: model))
        return Emitted(model: model, files: ReadmeLocation.move(files, module: model.module), examples: examples)
    }

    /// The files of one client.
    struct Emitted {
        let model: APIModel
        let files: [GeneratedFile]
        /// Those of the module with examples.
        let examples: [GeneratedFile]
    }
}
