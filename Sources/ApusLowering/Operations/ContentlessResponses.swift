import ApusJSON
import ApusSource
import ApusSpec

/// Successes without `content` of operations that should return something. Frameworks omit it where a handler returns a
/// file or a stream; a document with one has many, so the diagnostic is reported once.
struct ContentlessResponses {
    private struct Occurrence {
        let operation: Operation
        let response: Response
    }

    private var occurrences: [Occurrence] = []

    /// 200, 203 and 206 have content (RFC 9110, 15.3); POST may return nothing, but may also return a created file.
    mutating func note(_ response: Response, of operation: Operation) {
        let codes: [ResponseStatus] = [.code(200), .code(203), .code(206), .range(2)]
        guard response.content.isEmpty, ["GET", "QUERY", "POST"].contains(operation.method),
            codes.contains(response.status)
        else { return }
        occurrences.append(Occurrence(operation: operation, response: response))
    }

    /// - Parameter isSwagger: Whether the document uses `schema` instead of `content`.
    func diagnostic(isSwagger: Bool) -> Diagnostic? {
        let readers = occurrences.filter { $0.operation.method != "POST" }
        guard let first = readers.first ?? occurrences.first else { return nil }
        let others = occurrences.count - 1
        let count = others == 0 ? "" : ", here and in \(others) more \(others == 1 ? "response" : "responses")"
        return Diagnostic(
            id: "contentless-response", severity: .note,
            message: "the response of status \(StatusNames.text(of: first.response.status)) has no content\(count)",
            mark: first.response.mark, pointer: first.operation.pointer,
            hint:
                "the method returns nothing; `stream(of:)` of the client returns the body, and an overlay gives it a type: "
                + "- { target: \(Self.target(first.operation, first.response)), "
                + "update: { \(isSwagger ? "schema: { type: file }" : "content: { application/octet-stream: {} }") } }")
    }

    /// `"$.paths['/files/{id}'].get.responses['200']"`
    private static func target(_ operation: Operation, _ response: Response) -> String {
        let path = operation.path.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        let status = StatusNames.text(of: response.status)
        return JSONString.quote("$.paths['\(path)'].\(operation.method.lowercased()).responses['\(status)']")
    }
}
