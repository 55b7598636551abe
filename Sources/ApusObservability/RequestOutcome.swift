internal import ApusRuntime
internal import HTTPTypes

/// The result of a request.
struct RequestOutcome {
    /// `http.response.status_code`
    let status: Int?
    /// `error.type`: a status from 400, or the kind of problem instead of a response.
    let error: String?
    let isCancelled: Bool
    let requestID: String?
    let duration: Duration

    init(_ result: Result<HTTPResponseStream, CallProblem>, duration: Duration) {
        self.duration = duration
        switch result {
        case .success(let response):
            let code = response.head.status.code
            status = code
            error = code >= 400 ? String(code) : nil
            isCancelled = false
            requestID = response.head.headerFields.requestID
        case .failure(let problem):
            status = nil
            error = Self.name(of: problem)
            if case .cancelled = problem { isCancelled = true } else { isCancelled = false }
            requestID = nil
        }
    }

    private static func name(of problem: CallProblem) -> String {
        switch problem {
        case .encoding: "encoding"
        case .credentials: "credentials"
        case .transport(let problem): problem.kind.rawValue
        case .cancelled: "cancelled"
        case .middleware(let error): "\(type(of: error))"
        }
    }
}
