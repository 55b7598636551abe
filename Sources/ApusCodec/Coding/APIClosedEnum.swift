/// An enumeration without unknown values: the configuration closed it, and a new value from the server is a problem.
public protocol APIClosedEnum: APIValue, Hashable, RawRepresentable, CaseIterable, Codable
where RawValue: APIValue & Hashable {
    /// A value that replaces an invalid one after a problem; callers never receive it.
    static var placeholder: Self { get }
}

extension APIClosedEnum {
    /// Reads the raw value; an unknown one is a problem, and ``placeholder`` replaces it.
    public init(from value: inout ValueReader) {
        let raw = RawValue(from: &value)
        if let known = Self.known(raw) {
            self = known
            return
        }
        value.observeClosed(Self.self)
        value.fail(expected: "one of \(Self.allCases.map { "\($0.rawValue)" }.joined(separator: ", "))")
        self = Self.placeholder
    }

    /// Swift compares strings by canonical equivalence, which can take quadratic time for a long text.
    private static func known(_ raw: RawValue) -> Self? {
        guard let text = RawValues.text(raw), text.utf8.count > 256 else { return Self(rawValue: raw) }
        return allCases.first { RawValues.areEqual($0.rawValue, raw) }
    }

    /// Writes the raw value.
    public func write(to value: inout ValueWriter) { rawValue.write(to: &value) }
}
