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
    let client: ClientConfiguration
    let workspace: Workspace
    /// The network access of this run; nil: none.
    var fetch: Fetch?
    let files = SourceFiles()
    var diagnostics = Diagnostics()

    /// The document's text as a tree, with the overlays applied.
    mutating func readTree() -> (file: SourceFileID, root: SourceNode)? {
        do throws(SourceError) {
            let location = client.isStandardInput ? nil : workspace.locate(client.spec)
            let file = try files.load(location, shownAs: client.spec)
            var root = try files.parse(file, diagnostics: &diagnostics)
            for path in client.overlays {
                let overlayFile = try files.load(workspace.locate(path), shownAs: path)
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

    /// The document in one version, with references resolved.
    mutating func readDocument() -> Document? {
        guard let tree = readTree() else { return nil }
        return DocumentReader.read(
            root: tree.root, of: tree.file, files: files, loader: .folder(workspace.folder, fetch: fetch),
            options: readOptions, diagnostics: &diagnostics)
    }

    /// The Swift declarations to write.
    mutating func lower() -> APIModel? {
        guard let document = readDocument() else { return nil }
        return Lowering.lower(
            document, files: files, options: loweringOptions(for: document), diagnostics: &diagnostics)
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
    /// - Throws: ``OutputProblem`` when a file that the workspace names may not be read, or the user's templates cannot be; `EmissionError`
    ///   when one of those cannot be used.
    mutating func emit() throws -> (model: APIModel, files: [GeneratedFile])? {
        try workspace.checkInputs(of: client)
        guard let model = lower() else { return nil }
        return (model, try Emission.emit(model, options: emissionOptions()))
    }
}
