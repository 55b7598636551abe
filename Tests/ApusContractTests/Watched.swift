import ApusContract
import ApusOverlays
import ApusSource
import ApusSpec
import Testing

/// A document with exchanges, compared in memory.
struct Watched {
    let files = SourceFiles()
    let file: SourceFileID
    let root: SourceNode
    let document: Document

    init(_ text: String) throws {
        file = files.add(path: "openapi.yaml", bytes: Array(text.utf8))
        var diagnostics = Diagnostics()
        root = try files.parse(file, diagnostics: &diagnostics)
        let read = DocumentReader.read(root: root, of: file, files: files, diagnostics: &diagnostics)
        guard let read else { throw SourceError(diagnostics.all) }
        document = read
    }

    /// One operation, `GET /pets`, whose response 200 has this schema, with components below.
    init(schema: String, components: String = "", version: String = "3.1.0") throws {
        let lines = components.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        try self.init(
            """
            openapi: \(version)
            info: { title: T, version: "1" }
            paths:
              /pets:
                get:
                  responses:
                    "200":
                      description: Pets
                      content: { application/json: { schema: \(schema) } }
            """ + (components.isEmpty ? "\n" : "\ncomponents:\n  schemas:\n\(lines)\n"))
    }

    func compare(_ exchanges: [ContractExchange]) -> DifferenceList {
        var found = DifferenceList()
        let contract = Contract(document)
        for exchange in exchanges { contract.check(exchange, into: &found) }
        return found
    }

    /// `undocumented-member /nick nick string`
    func lines(_ exchanges: [ContractExchange]) -> [String] {
        compare(exchanges).all.map { difference, _ in
            [difference.kind.rawValue, difference.pointer, difference.name, difference.seen?.rawValue ?? ""]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// The differences in a body of the response of `GET /pets`.
    func lines(_ body: String) -> [String] { lines([.answer(body)]) }

    /// The overlay that accepts the exchanges, read from its text and applied again, and the differences that are left.
    func accept(_ exchanges: [ContractExchange]) throws -> (left: DifferenceList, text: String) {
        var current = root
        var left = compare(exchanges)
        for _ in 0..<16 where !left.all.isEmpty {
            current = Acceptance(of: current, file: file, version: document.version).accept(left)
            left = try read(current).compare(exchanges)
        }
        let difference = try #require(OverlayDifference(from: root, to: current))
        let text = difference.document(title: "Seen").yaml
        var diagnostics = Diagnostics()
        let overlayFile = files.add(path: "overlay.yaml", bytes: Array(text.utf8))
        let overlay = OverlayDocument.read(
            try files.parse(overlayFile, diagnostics: &diagnostics), diagnostics: &diagnostics)
        if difference.actions.isEmpty { return (left, text) }
        let applied = try #require(overlay).apply(to: root, diagnostics: &diagnostics)
        return (try read(applied).compare(exchanges), text)
    }

    private init(_ other: Watched, root: SourceNode) throws {
        file = other.file
        self.root = root
        var diagnostics = Diagnostics()
        document = try #require(
            DocumentReader.read(root: root, of: other.file, files: other.files, diagnostics: &diagnostics),
            "\(diagnostics.all)")
    }

    private func read(_ root: SourceNode) throws -> Watched { try Watched(self, root: root) }
}

extension ContractExchange {
    static func answer(
        _ body: String?, status: Int = 200, type: String = "application/json", to method: String = "GET",
        _ url: String = "https://api.example.com/pets"
    ) -> ContractExchange {
        ContractExchange(
            request: ContractRequest(method: method, url: url),
            response: ContractResponse(
                status: status, headers: [(name: "content-type", value: type)], body: body.map { Array($0.utf8) }))
    }

    static func sent(
        _ body: String?, type: String = "application/json", status: Int = 204, method: String = "POST",
        headers: [(name: String, value: String)] = [], _ url: String = "/pets"
    ) -> ContractExchange {
        var headers = headers
        if body != nil { headers.append((name: "Content-Type", value: type)) }
        return ContractExchange(
            request: ContractRequest(method: method, url: url, headers: headers, body: body.map { Array($0.utf8) }),
            response: ContractResponse(status: status))
    }
}
