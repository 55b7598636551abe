public import ApusSource

/// Changes that somebody has looked at, by their fingerprints, each with a reason.
///
///     - change: 9f86d081884c7d65
///       text: listPets was removed
///       reason: nobody calls it
public struct AcceptList: Sendable {
    public private(set) var reasons: [String: String] = [:]

    public init() {}

    /// A problem of the file: one sentence, and its location.
    public struct Problem: Error, Sendable {
        public let text: String
        public let mark: SourceMark
    }

    /// - Throws: ``Problem`` for anything but a list of entries with `change`, `reason` and perhaps `text`.
    public init(_ root: SourceNode) throws(Problem) {
        if root.isNull { return }
        guard let entries = root.sequence else {
            throw Problem(text: "the file must be a list of changes", mark: root.mark)
        }
        for entry in entries {
            guard let mapping = entry.mapping else {
                throw Problem(text: "an entry must be a mapping", mark: entry.mark)
            }
            if let other = mapping.entries.first(where: { !["change", "reason", "text"].contains($0.key) }) {
                throw Problem(
                    text: "an entry has no member \"\(other.key)\"; it has change, reason and text", mark: other.keyMark
                )
            }
            // A fingerprint of digits only is a number to YAML.
            let change = mapping["change"].flatMap { $0.string ?? $0.number?.text }
            guard let change else { throw Problem(text: "an entry needs a `change`", mark: entry.mark) }
            guard let reason = mapping["reason"]?.string, !reason.isEmpty else {
                throw Problem(text: "the change \(change) needs a `reason`", mark: entry.mark)
            }
            reasons[change] = reason
        }
    }
}

extension ChangeReport {
    /// A file that accepts every breaking and silent change, once its reasons are written.
    public var acceptList: String {
        changes.filter { $0.kind.effect <= .silent }.map { change in
            """
            - change: "\(change.fingerprint)"
              text: \(Self.quote(change.sentence))
              reason: ""

            """
        }.joined()
    }

    /// The fingerprints of a list that no change has any more.
    public func findUnused(of list: AcceptList) -> [String] {
        let known = Set(accepted.map(\.change.fingerprint))
        return list.reasons.keys.filter { !known.contains($0) }.sorted()
    }

    static func quote(_ text: String) -> String {
        let escaped = VisibleText.of(text).unicodeScalars.map { scalar in
            scalar == "\\" || scalar == "\"" ? "\\" + String(scalar) : String(scalar)
        }
        return "\"" + escaped.joined() + "\""
    }
}
