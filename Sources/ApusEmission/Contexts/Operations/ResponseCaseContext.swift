import ApusModel

/// One documented response: a case, and the switch arm that reads it.
struct ResponseCaseContext: TemplateValue {
    static let tags = ["doc", "declaration", "pattern", "value"]

    var doc: [String]
    /// `created(Pet)`, `clientError(status: Int, ErrorResponse)`, `noContent`
    var declaration: String
    /// `case 201`, `case 400...499`, `default`
    var pattern: String
    /// `.created(response.json())`
    var value: String

    init(_ response: ResponseCase, in scope: Scope, _ printer: Printer) {
        let isExact = if case .code = response.status { true } else { false }
        let payload: (type: String, read: String)? =
            switch response.payloads.count {
            case 0: nil
            case 1: response.payloads.first.map { PayloadExpression($0, in: scope, printer) }.map { ($0.type, $0.read) }
            default:
                (
                    response.payloadTypeName ?? "ResponseBody",
                    (response.payloadTypeName ?? "ResponseBody") + ".decode(&response)"
                )
            }
        let types = (isExact ? [] : ["status: " + printer.vocabulary["Int"]]) + (payload.map { [$0.type] } ?? [])
        let values = (isExact ? [] : ["status: response.status"]) + (payload.map { [$0.read] } ?? [])
        doc = Self.doc(response, depth: scope.depth)
        declaration = response.name + (types.isEmpty ? "" : "(" + types.joined(separator: ", ") + ")")
        value = "." + response.name + (values.isEmpty ? "" : "(" + values.joined(separator: ", ") + ")")
        switch response.status {
        case .code(let code): pattern = "case \(code)"
        case .range(let hundred): pattern = "case \(hundred * 100)...\(hundred * 100 + 99)"
        case .otherwise: pattern = "default"
        }
    }

    /// `Status 404: No pet has this id.`, `Status 404.`
    private static func doc(_ response: ResponseCase, depth: Int) -> [String] {
        let status =
            switch response.status {
            case .code(let code): "Status \(code)"
            case .range(let hundred): "Status \(hundred)00 to \(hundred)99"
            case .otherwise: "Any other status"
            }
        var doc = response.doc
        doc.summary = doc.summary.map { status + ": " + $0 } ?? status + "."
        return DocText.lines(doc, depth: depth)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "declaration": declaration
        case "pattern": pattern
        case "value": value
        default: nil
        }
    }
}
