/// A member that is absent, `null`, or a value, where the difference matters: in a sent value, absent means "leave it",
/// `null` means "clear it".
///
/// A value can be assigned as a literal: `contact.nickname = "Ada"`. `null` is always written as `.null`: the `nil` of an optional member
/// leaves the member out, so that `nil` has one meaning for all members of a request.
public enum Nullable<Wrapped> {
    /// The member is omitted.
    case absent
    /// The member is `null`.
    case null
    /// The member has a value.
    case value(Wrapped)

    /// Creates `null` from nil; `orAbsent` of the optional omits the member instead.
    public init(_ wrapped: Wrapped?) {
        self = wrapped.orNull
    }

    /// The value; nil where it is absent or `null`.
    public var wrapped: Wrapped? {
        get { if case .value(let value) = self { value } else { nil } }
        set { self = Nullable(newValue) }
    }

    /// Whether the member is omitted.
    public var isAbsent: Bool { if case .absent = self { true } else { false } }

    /// Whether the member is `null`.
    public var isNull: Bool { if case .null = self { true } else { false } }
}

extension Optional {
    /// This value for a member that is omitted where it is nil: "leave it".
    public var orAbsent: Nullable<Wrapped> { map { .value($0) } ?? .absent }

    /// This value for a member that is `null` where it is nil: "clear it".
    public var orNull: Nullable<Wrapped> { map { .value($0) } ?? .null }
}

extension Nullable: Sendable where Wrapped: Sendable {}
extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: APIValue where Wrapped: APIValue {
    /// Reads `null` or a value; the object's reader detects an absent member.
    public init(from value: inout ValueReader) {
        self = Nullable(Wrapped?(from: &value))
    }

    /// Writes absent as `null` where a value is required.
    public func write(to value: inout ValueWriter) { wrapped.write(to: &value) }
}

extension Nullable: CustomStringConvertible {
    /// `absent`, `null`, or the value's own description.
    public var description: String {
        switch self {
        case .absent: "absent"
        case .null: "null"
        case .value(let value): String(describing: value)
        }
    }
}

extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
    /// A value.
    public init(booleanLiteral value: Wrapped.BooleanLiteralType) { self = .value(Wrapped(booleanLiteral: value)) }
}

extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
    /// A value.
    public init(integerLiteral value: Wrapped.IntegerLiteralType) { self = .value(Wrapped(integerLiteral: value)) }
}

extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
    /// A value.
    public init(floatLiteral value: Wrapped.FloatLiteralType) { self = .value(Wrapped(floatLiteral: value)) }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Wrapped: ExpressibleByUnicodeScalarLiteral {
    /// A value.
    public init(unicodeScalarLiteral value: Wrapped.UnicodeScalarLiteralType) {
        self = .value(Wrapped(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Wrapped: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A value.
    public init(extendedGraphemeClusterLiteral value: Wrapped.ExtendedGraphemeClusterLiteralType) {
        self = .value(Wrapped(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Wrapped: ExpressibleByStringLiteral {
    /// A value.
    public init(stringLiteral value: Wrapped.StringLiteralType) { self = .value(Wrapped(stringLiteral: value)) }
}

extension Nullable: ExpressibleByArrayLiteral where Wrapped: RangeReplaceableCollection {
    /// A value.
    public init(arrayLiteral elements: Wrapped.Element...) { self = .value(Wrapped(elements)) }
}
