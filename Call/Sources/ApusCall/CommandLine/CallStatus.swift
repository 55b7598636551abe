internal import ApusRuntime

/// The exit status of the command, by the class of what ended it.
public enum CallStatus: Int32, Sendable, CaseIterable {
    case success = 0
    /// The workspace or the document has findings.
    case findings = 1
    /// The command line, the workspace file or an argument is invalid; nothing was sent.
    case usage = 2
    /// The server answered with a failure of 400 to 499, or another status that is no success.
    case refused = 3
    /// The server answered with a failure of 500 to 599.
    case serverFailure = 4
    /// No complete response came.
    case transport = 5
    /// There is no usable credential.
    case credentials = 6
    /// The answer is not what the document says.
    case answer = 7
    /// A success whose body tells of a failure, by a rule of the workspace.
    case rejected = 8
    /// The server limits the rate of calls: 429.
    case rateLimited = 9
    /// A file cannot be written, or another part of the machine failed.
    case fault = 70

    init(_ error: some APICallError) {
        switch error.anyKind {
        case .rateLimited: self = .rateLimited
        case .response:
            let status = error.status ?? 0
            self = status == 429 ? .rateLimited : (500...599).contains(status) ? .serverFailure : .refused
        case .rejected: self = .rejected
        case .decoding, .missingResult, .paging: self = .answer
        case .encoding: self = .usage
        case .credentials: self = .credentials
        case .transport: self = .transport
        case .cancelled, .middleware: self = .fault
        }
    }
}

/// Ends the command with a message.
struct CallFault: Error {
    let status: CallStatus
    let text: String

    init(_ status: CallStatus, _ text: String) {
        self.status = status
        self.text = text
    }

    /// A command line that is invalid.
    init(_ text: String) {
        self.init(.usage, text)
    }
}
