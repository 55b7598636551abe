/// An enumeration that takes no unknown value: configuration closed it, and a new value of the server's is a problem.
public protocol APIClosedEnum: APIValue, Hashable, RawRepresentable, CaseIterable, Codable
where RawValue: APIValue & Hashable {
    /// What stands in for a value after a problem; nobody sees it.
    static var placeholder: Self { get }
}

extension APIClosedEnum {
    /// Reads the raw value; one that is not known is a problem, and ``placeholder`` stands in for it.
    public init(from value: inout ValueReader) {
        let raw = RawValue(from: &value)
        if let known = Self.known(raw) {
            self = known
            return
        }
        value.fail(expected: "one of \(Self.allCases.map { "\($0.rawValue)" }.joined(separator: ", "))")
        self = Self.placeholder
    }

    /// Swift compares strings by what people see, which takes the square of a long text's length.
    private static func known(_ raw: RawValue) -> Self? {
        guard let text = RawValues.text(raw), text.utf8.count > 256 else { return Self(rawValue: raw) }
        return allCases.first { RawValues.areEqual($0.rawValue, raw) }
    }

    /// Writes the raw value.
    public func write(to value: inout ValueWriter) { rawValue.write(to: &value) }
}
