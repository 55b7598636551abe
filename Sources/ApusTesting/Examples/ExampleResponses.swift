public import ApusRuntime
internal import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Answers every call with the document's example of its operation, or with a generated one that matches the schema.
///
/// `apus dump examples openapi.yaml > examples.json` writes the file.
///
/// ```swift
/// let client = SalesmsgClient(transport: .closed, middleware: [try Examples(contentsOf: file)])
/// ```
public struct ExampleResponses: APIMiddleware {
    private let answers: [String: JSONValue]

    /// - Throws: `DecodingProblem` for data that is not a list of examples.
    public init(json bytes: [UInt8]) throws {
        let list = try JSONValue(json: bytes)
        var answers: [String: JSONValue] = [:]
        for answer in list.array ?? [] {
            if let operation = answer["operation"]?.string { answers[operation] = answer }
        }
        self.answers = answers
    }

    public init(contentsOf file: URL) throws {
        try self.init(json: Array(Data(contentsOf: file)))
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        guard let answer = answers[call.operation.id] else {
            throw .middleware(ExampleProblem(operation: call.operation.id))
        }
        var headers = HTTPFields()
        if let type = answer["contentType"]?.string { headers[.contentType] = type }
        let bytes =
            answer["text"]?.string.map { Array($0.utf8) } ?? answer["body"].map { Array($0.description.utf8) } ?? []
        let head = HTTPResponse(status: .init(code: answer["status"]?.int ?? 200), headerFields: headers)
        return HTTPResponseStream(head: head, body: ByteStream(bytes))
    }
}

/// The file of examples is older than the client, or belongs to another one.
public struct ExampleProblem: APIProblem, Hashable {
    public let operation: String

    public var description: String { "there is no example for \(operation)" }
}
