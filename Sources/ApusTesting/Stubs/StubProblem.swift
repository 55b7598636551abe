public import ApusRuntime
internal import HTTPTypes

/// A call that a ``Stub`` has no answer for. The transport's problem of kind `unexpectedCall` has it as `underlying`.
public struct StubProblem: APIProblem, Hashable {
    /// The operation's id in the document; nil for a request that belongs to no operation, such as one for a token.
    public let operation: String?
    /// The method and the path of the request.
    public let request: String
    /// Why the answer that was ready is none; nil: there is no answer.
    public let reason: String?
    /// The operations that have answers.
    public let ready: [String]

    init(operation: String?, request: HTTPRequest, reason: String?, ready: [String] = []) {
        self.init(
            operation: operation, request: "\(request.method.rawValue) \(request.path ?? "/")", reason: reason,
            ready: ready)
    }

    private init(operation: String?, request: String, reason: String?, ready: [String]) {
        self.operation = operation
        self.request = request
        self.reason = reason
        self.ready = ready
    }

    public var description: String {
        let asked = operation.map { "\($0) (\(request))" } ?? request
        if let reason { return "the stub has no answer for \(asked): \(reason)" }
        let answers = ready.isEmpty ? "nothing is ready" : "ready are \(ready.joined(separator: ", "))"
        return "the stub has no answer for \(asked); \(answers)"
    }

    func redacted(by redactor: Redactor) -> StubProblem {
        StubProblem(operation: operation, request: redactor.redact(request), reason: reason, ready: ready)
    }
}

extension TransportProblem.Kind {
    /// A call that a ``Stub`` has no answer for; it is not retried.
    public static let unexpectedCall = TransportProblem.Kind(rawValue: "unexpectedCall")
}
