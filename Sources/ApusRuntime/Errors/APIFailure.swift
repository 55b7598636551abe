public import HTTPTypes

/// The failures an operation can answer with: a case per documented status, and one for what is not documented.
public protocol APIFailure: Sendable {
    /// The documented headers of failures.
    associatedtype Headers: ResponseHeaders = HTTPFields
    /// Chooses by ``ResponseReader/status``; the last arm is `.undocumented(status:body:)`, with `raw()`.
    @_documentation(visibility: internal)
    static func decode(_ response: inout ResponseReader) -> Self
    /// Also the case of a documented status whose body does not match the document.
    static func undocumented(status: Int, body: RawBody) -> Self
}
