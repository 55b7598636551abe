import ApusEmission
import ApusLowering
public import ApusModel
import ApusOverlays
import ApusSource
import ApusSpec

/// One example of the book, generated. A document in short form is completed: schemas by name become a document whose operations send
/// and receive them (`yaml sent`, `yaml received`: only that), and parts of a document get the members that every document has.
public struct MappingExample {
    public let model: APIModel
    public let diagnostics: [String]

    /// - Parameters:
    ///   - document: The block with the document.
    ///   - others: Files that it refers to, and overlays in their order.
    ///   - path: The markdown file, for the error.
    ///   - makesExamples: Whether the types have examples, which only some examples of the book show.
    /// - Throws: ``UnreadableExample`` where the document is not an OpenAPI document.
    public init(_ document: Chapter.Block, with others: [Chapter.Block] = [], path: String, makesExamples: Bool = false)
        throws
    {
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        guard let read = Self.read(document, others, files, &diagnostics) else {
            throw UnreadableExample(path: path, line: document.line, diagnostics: Self.texts(of: diagnostics))
        }
        var options = LoweringOptions(module: "Pets")
        options.makesExamples = makesExamples
        for word in document.words { Self.configure(&options, with: word) }
        model = Lowering.lower(read, files: files, options: options, diagnostics: &diagnostics)
        self.diagnostics = Self.texts(of: diagnostics)
    }

    private static func texts(of diagnostics: Diagnostics) -> [String] {
        diagnostics.all.map {
            "\($0.severity): \($0.message) [\($0.id)]" + ($0.hint.map { "\n  help: \($0)" } ?? "")
        }
    }

    private static func read(
        _ block: Chapter.Block, _ others: [Chapter.Block], _ files: SourceFiles, _ diagnostics: inout Diagnostics
    ) -> Document? {
        let name = block.language == "json" ? "openapi.json" : "openapi.yaml"
        let file = files.add(path: name, bytes: Array(complete(block).utf8))
        var texts: [String: String] = [:]
        for other in others { if let path = other.file { texts[String(path)] = other.content.joined(separator: "\n") } }
        do {
            var root = try files.parse(file, diagnostics: &diagnostics)
            for (index, overlay) in others.filter(\.isOverlay).enumerated() {
                let text = completeOverlay(overlay)
                let node = try files.parse(
                    files.add(path: "overlay\(index + 1).yaml", bytes: Array(text.utf8)), diagnostics: &diagnostics)
                guard let overlay = OverlayDocument.read(node, diagnostics: &diagnostics) else { return nil }
                root = overlay.apply(to: root, diagnostics: &diagnostics)
            }
            return DocumentReader.read(
                root: root, of: file, files: files, loader: .memory(texts), diagnostics: &diagnostics)
        } catch {
            diagnostics.merge(error)
            return nil
        }
    }

    /// `yaml closed=Size rename=Pet:Animal`: configuration of the example.
    private static func configure(_ options: inout LoweringOptions, with word: Substring) {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return }
        let pair = parts[1].split(separator: ":", maxSplits: 1).map(String.init)
        // `kind:enum` is a name with a colon.
        let (name, addition) = split(parts[1])
        switch parts[0] {
        case "closed": options.closedEnums.insert(parts[1])
        case "rename" where pair.count == 2: options.rename[pair[0]] = pair[1]
        case "types" where pair.count == 2: options.types[pair[0]] = pair[1]
        case "formats" where pair.count == 2: options.formats[pair[0]] = pair[1]
        case "conformances": options.conformances[name, default: []].append(addition)
        case "attributes": options.attributes[name, default: []].append(addition)
        case "identity": options.identity[pair[0]] = pair.count == 2 ? pair[1] : ""
        case "namespace": options.namespace = parts[1]
        case "groups" where pair.count == 2: options.groups[pair[0]] = pair[1]
        case "idempotent": options.idempotent.insert(parts[1])
        case "retry" where pair.count == 2: options.rules.retry[pair[0]] = RetryOptions.words[pair[1]]
        case "client" where pair.count == 2:
            let keys = pair[1].split(separator: ",").map(String.init)
            options.rules.clientParameters.append(ClientParameterOptions(name: pair[0], keys: keys))
        case "result": options.rules.result[pair[0]] = pair.count == 2 ? pair[1] : ""
        case "namespaces": options.hasNamespaces = parts[1] == "tags"
        case "mismatch": options.rules.dropsMismatches = parts[1] == "drop"
        case "unknown": options.keepsUnknownMembers = true
        case "examples": options.makesExamples = true
        default: break
        }
    }

    /// `kind:enum:Shelvable` → `kind:enum`, `Shelvable`
    private static func split(_ text: String) -> (name: String, addition: String) {
        let colon = text.lastIndex(of: ":") ?? text.startIndex
        return (String(text[..<colon]), String(text[colon...].dropFirst()))
    }

    /// The text of an output block: `swift` (types, or operations where the example has paths), `swift models`,
    /// `swift operations`, `swift servers`, `swift credentials`, `swift failures`, `text` (the diagnostics),
    /// `text model`.
    public func output(for block: Chapter.Block) throws -> [String] {
        if block.language == "text" {
            let text = block.words.first == "model" ? model.dump() : diagnostics.joined(separator: "\n")
            return MappingExample.lines(of: text)
        }
        let content: FilePlan.Content =
            switch block.words.first {
            case "operations": .operations(model.operations.ids)
            case "failures": .failures(model.failures.ids)
            case "headers": .headers(model.headers.ids)
            case "servers": .servers
            case "credentials": .credentials
            case "events": .events(model.events.ids)
            case "client": .client
            default: .types(model.types.ids)
            }
        var model = model
        model.files = [FilePlan(path: "Example.swift", content: content)]
        var options = EmissionOptions()
        if block.words.first == "examples" { (options.parts, options.models) = ([.examples], "Pets") }
        let files = try Emission.emit(model, options: options)
        return MappingExample.lines(of: MappingExample.dropHead(of: files.first?.contents ?? ""))
    }

    /// Without the header and the imports, which are the same in every file.
    static func dropHead(of text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let heads = ["import ", "public import", "internal import", "@_exported", "#if", "#else", "#end", "//"]
        let body = lines.drop { line in
            let code = line.drop { $0 == " " }
            return code.isEmpty || heads.contains { code.hasPrefix($0) } && !code.hasPrefix("///")
        }
        return body.joined(separator: "\n")
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// An example of the book whose document cannot be read.
public struct UnreadableExample: Error, CustomStringConvertible {
    let path: String
    /// The line of the fence before the document.
    let line: Int
    let diagnostics: [String]

    public var description: String {
        (["\(path):\(line): error: the document of this example cannot be read"] + diagnostics).joined(separator: "\n")
    }
}
