public import ApusSource

/// The changes between two versions of a document, ready to be printed.
public struct ChangeReport: Sendable {
    /// Those that nobody has accepted, by their effect.
    public let changes: [Change]
    /// Those that an ``AcceptList`` names, with its reasons.
    public let accepted: [(change: Change, reason: String)]
    let files: SourceFiles

    /// - Parameter files: The files of both versions.
    public init(_ changes: [Change], files: SourceFiles, accepting list: AcceptList = AcceptList()) {
        self.changes = changes.filter { list.reasons[$0.fingerprint] == nil }
        accepted = changes.compactMap { change in list.reasons[change.fingerprint].map { (change, $0) } }
        self.files = files
    }

    /// Whether a caller compiles no more.
    public var isBreaking: Bool {
        changes.first?.kind.effect == .breaking
    }

    /// `3 breaking, 1 silent, 1 added · a new major version`
    public var summary: String {
        let counts = ChangeClass.allCases.compactMap { effect -> String? in
            let count = count(of: effect)
            return count == 0 ? nil : "\(count) \(effect.rawValue)"
        }
        let parts = counts + (accepted.isEmpty ? [] : ["\(accepted.count) accepted"])
        return parts.isEmpty ? "no change for callers" : parts.joined(separator: ", ") + " · " + versionStep
    }

    func count(of effect: ChangeClass) -> Int {
        changes.count { $0.kind.effect == effect }
    }

    /// By Semantic Versioning, for a package that contains the generated client. An accepted change counts as well.
    var versionStep: String {
        let effects = changes.map(\.kind.effect) + accepted.map(\.change.kind.effect)
        return switch effects.min() {
        case .breaking: "a new major version"
        case .silent, .deprecated, .added: "a new minor version"
        case .internal, nil: "a new patch version"
        }
    }

    /// `openapi.yaml:259`, or `was openapi.yaml:259` for a location in the old document; nil without one.
    func location(of change: Change) -> String? {
        guard let mark = change.mark else { return nil }
        let location = "\(VisibleText.of(files.path(of: mark.file))):\(files.position(of: mark).line)"
        return (change.isOld ? "was " : "") + location
    }
}
