/// The verdict on one document.
enum Verdict: Codable, Equatable, Sendable {
    /// Generated, and the module compiled without diagnostics.
    case compiled
    /// Generated; the time for compiling was over.
    case generated
    /// Violates the specification, and was refused with a diagnostic that has a location.
    case refused
    /// A document that must generate was refused; or one was refused without saying where.
    case refusedWrongly(String)
    case crashed(String)
    case timedOut(String)
    case errors(Int, first: String)
    case warnings(Int, first: String)

    var isFailure: Bool {
        switch self {
        case .compiled, .generated, .refused: false
        case .refusedWrongly, .crashed, .timedOut, .errors, .warnings: true
        }
    }

    var text: String {
        switch self {
        case .compiled: "compiles"
        case .generated: "generated"
        case .refused: "refused"
        case .refusedWrongly(let reason): "REFUSED: \(reason)"
        case .crashed(let stage): "CRASHED: \(stage)"
        case .timedOut(let stage): "TIMED OUT: \(stage)"
        case .errors(let count, let first): "\(count) ERROR\(count == 1 ? "" : "S"): \(first)"
        case .warnings(let count, let first): "\(count) WARNING\(count == 1 ? "" : "S"): \(first)"
        }
    }
}
