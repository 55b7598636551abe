import ApusModel

/// The documentation of a client's method, which users read first: description, scopes, route, parameters, result and
/// failures. The request builder of the operation only points to it.
struct MethodDoc {
    private let parts: OperationParts
    private let printer: Printer

    /// - Parameter options: The name of the parameter for the options of the call.
    static func lines(_ parts: OperationParts, options: String, _ printer: Printer) -> [String] {
        let doc = MethodDoc(parts: parts, printer: printer)
        let operation = parts.operation
        let description = DocText.comment(
            DocText.paragraphs(operation.doc) + [DocText.code(operation.httpMethod + " " + operation.path)]
                + doc.paging + doc.part,
            depth: 1)
        return description + ["///"] + doc.parameters(options: options) + doc.result + doc.failures
    }

    /// The comment of a builder: the name of its method, as code, since DocC links to methods by all their labels.
    static func link(_ operation: OperationDecl, _ printer: Printer) -> [String] {
        let method = printer.owner(of: operation) + "." + SwiftSource.bare(operation.methodName)
        return ["/// The request that `\(method)` sends."]
    }

    private var paging: [String] {
        guard parts.operation.paging != nil else { return [] }
        return ["`items(of: \(parts.operation.typeName)(…))` reads the items of all pages."]
    }

    /// Where the rest of the answer is.
    private var part: [String] {
        guard let result = parts.operation.result else { return [] }
        let name = parts.operation.typeName
        return [
            "Returns what the answer has at \(DocText.code(result.pointer)); `response(to: \(name)(…))` returns the whole answer."
        ]
    }

    /// Nothing where the document has no words about any of them: their names say all. DocC demands all parameters or none.
    private func parameters(options: String) -> [String] {
        let fields = parts.offered
        guard fields.contains(where: { !$0.words.isEmpty }) else { return [] }
        let items =
            fields.map { ($0.name, $0.words.isEmpty ? [$0.location] : $0.words) }
            + [(options, ["Options for this call."])]
        return ["/// - Parameters:"]
            + items.flatMap { name, words in
                DocText.item(SwiftSource.bare(name) + ": ", words, indentation: 2, depth: 1)
            }
    }

    private var result: [String] {
        switch parts.operation.success {
        case .single(let response):
            guard !response.payloads.isEmpty else { return [] }
            return DocText.item("Returns: ", DocText.paragraphs(response.doc), depth: 1)
        case .several(_, let cases):
            return DocText.item("Returns: ", ["The response, for \(Self.list(cases))."], depth: 1)
        }
    }

    private var failures: [String] {
        let cases = parts.failureCases
        guard !cases.isEmpty else { return ["/// - Throws: `APIError`; the document describes no failures."] }
        let link = parts.failure.replacing(".", with: "/")
        return ["/// - Throws: `APIError` with a ``\(link)`` for \(Self.list(cases))."]
    }

    /// `status 401, 404 or 5xx`, `any status`
    private static func list(_ cases: [ResponseCase]) -> String {
        let codes = cases.compactMap { response -> String? in
            switch response.status {
            case .code(let code): "\(code)"
            case .range(let hundred): "\(hundred)xx"
            case .otherwise: nil
            }
        }
        if codes.isEmpty { return "any status" }
        let words = codes + (codes.count < cases.count ? ["any other"] : [])
        guard let last = words.last, words.count > 1 else { return "status " + words.joined() }
        return "status " + words.dropLast().joined(separator: ", ") + " or " + last
    }
}
