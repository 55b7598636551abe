public import ApusRuntime

/// Why a recording cannot be used.
public enum RecordingProblem: APIProblem, Hashable {
    /// There is no file.
    case missing(path: String)
    /// The file is not HAR.
    case invalid(path: String, reason: String)
    /// A client with the middleware `.replaying` was called outside of a test with the trait `.replaying(…)`.
    case noTrait
}

extension RecordingProblem {
    public var description: String {
        switch self {
        case .missing(let path):
            "there is no recording at \(path); run the test with APUS_RECORD=1 and a transport that reaches the server, "
                + "or write one with ExchangeRecorder"
        case .invalid(let path, let reason): "\(path) is not a recording: \(reason)"
        case .noTrait:
            "nothing is replayed here: give the test or its suite the trait `.replaying(\"FILE.har\")`"
        }
    }
}
