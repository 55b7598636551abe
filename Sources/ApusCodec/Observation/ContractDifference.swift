internal import ApusJSON

/// A difference between what a server sent and the document. It has names, kinds and JSON types, and never a value: the keys of maps and the
/// positions in arrays are `*`.
public struct ContractDifference: Sendable, Hashable {
    /// The kind of a difference, with the words of `apus drift`. Later versions may add cases: end a `switch` with `default`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// An object has a member that its schema, and a union around it, does not declare; not where `additionalProperties` allows it.
        case member = "undocumented-member"
        /// A value is none of an enumeration's, or fits no alternative of a union.
        case value = "undocumented-value"
        /// The document has no response for the status.
        case status = "undocumented-status"
        /// The document has no response with the content type.
        case contentType = "undocumented-content-type"
        /// An object lacks a required member.
        case missingMember = "missing-member"
        /// A value has another JSON type or format than the document's.
        case type = "unexpected-type"
    }

    /// A JSON type; `integer` is a number that is written without fraction and exponent.
    public enum JSONType: String, Sendable, Hashable, CaseIterable {
        case null, boolean, integer, number, string, array, object
    }

    public let kind: Kind
    /// The id of the operation, as in errors; for a webhook, the type of its events.
    public let operation: String
    /// The part of the exchange: `the response 200`, `the status 418` or `the webhook`.
    public let part: String
    /// RFC 6901 pointer of the value in the body, or of the object with or without the member; `*` is each element of an array, and each
    /// member of a map.
    public let pointer: String
    /// The member, content type or status; empty where the kind needs none.
    public let name: String
    /// The Swift type of the object, enumeration or union; empty where none is concerned.
    public let type: String
    /// The JSON type that was seen.
    public let seen: JSONType?

    /// The bytes of a name in a difference.
    static let longestName = 100

    package init(
        kind: Kind, operation: String, part: String, pointer: String = "", name: String = "", type: String = "",
        seen: JSONType? = nil
    ) {
        self.kind = kind
        self.operation = operation
        self.part = part
        self.pointer = pointer
        self.name = name
        self.type = type
        self.seen = seen
    }
}

extension ContractDifference: CustomStringConvertible {
    /// `the response 200 of listPets has a member "nick" that is not documented, a string at /data/* (Pet)`
    public var description: String {
        let location = pointer.isEmpty ? "" : " at \(pointer)"
        return ShownText.escape("\(part) of \(operation) \(sentence)\(location)\(type.isEmpty ? "" : " (\(type))")")
    }

    private var sentence: String {
        switch kind {
        case .member: "has a member \"\(name)\" that is not documented" + (seen.map { ", \($0.phrase)" } ?? "")
        case .value: "has \(seen?.phrase ?? "a value") that is none of the documented values"
        case .status: "is not documented"
        case .contentType: "has the content type \"\(name)\", which is not documented"
        case .missingMember: "lacks the required member \"\(name)\""
        case .type: "has \(seen?.phrase ?? "a value") where the document has another type or format"
        }
    }
}

extension ContractDifference.JSONType {
    init(_ entry: JSONTape.Entry) {
        switch entry.kind {
        case .null: self = .null
        case .true, .false: self = .boolean
        case .number: self = entry.isInteger ? .integer : .number
        case .string, .key: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    /// `an integer`
    fileprivate var phrase: String {
        switch self {
        case .null: "null"
        case .integer, .array, .object: "an " + rawValue
        case .boolean, .number, .string: "a " + rawValue
        }
    }
}
