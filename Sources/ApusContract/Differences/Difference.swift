public import ApusSource

/// A difference between traffic and the document. It has names, kinds and JSON types of the traffic, and never a value.
public struct Difference: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case member = "undocumented-member"
        case value = "undocumented-value"
        case status = "undocumented-status"
        case contentType = "undocumented-content-type"
        case parameter = "undocumented-parameter"
        case missingMember = "missing-member"
        case missingParameter = "missing-parameter"
        case missingBody = "missing-body"
        case type = "unexpected-type"
    }

    public let kind: Kind
    /// `GET /pets/{id}`
    public let operation: String
    /// The part of the exchange: `response 200`, `request body` or `query parameter "limit"`.
    public let part: String
    /// RFC 6901 pointer of the value in the body; `*` is each element of an array, and each member of a map.
    public let pointer: String
    /// The member, parameter, content type or status; empty where the kind needs none.
    public let name: String
    /// The JSON type that was seen.
    public let seen: ValueKind?
    /// The object of the document that does not allow it.
    public let place: Place

    /// An object of the document.
    public struct Place: Sendable {
        public let file: SourceFileID
        /// RFC 6901 pointer in the file.
        public let pointer: String
        public let mark: SourceMark

        init(_ mark: SourceMark, _ pointer: String) {
            file = mark.file
            self.pointer = pointer
            self.mark = mark
        }
    }

    /// Differences with equal keys are one: the operation, the place and the kind.
    var key: SourceKey {
        let parts = [
            kind.rawValue, operation, part, pointer, name, seen?.rawValue ?? "", "\(place.file.index)", place.pointer,
        ]
        return SourceKey(parts.joined(separator: "\u{0}"))
    }
}

/// Differences in the order of their first occurrence, each with its number of occurrences.
public struct DifferenceList: Sendable {
    public private(set) var all: [(difference: Difference, count: Int)] = []
    private var index: [SourceKey: Int] = [:]
    /// The number of further occurrences that the limit left out.
    public private(set) var omitted = 0

    static let limit = 10_000

    public init() {}

    public mutating func add(_ difference: Difference) {
        let key = difference.key
        if let index = index[key] {
            all[index].count += 1
        } else if all.count < Self.limit {
            index[key] = all.count
            all.append((difference, 1))
        } else {
            omitted += 1
        }
    }
}
