/// A number or a boolean that is sent as text: `"1.50"`, as APIs send numbers that JavaScript would round.
///
/// It is the type of a `string` schema whose format the configuration maps to a number type:
/// `formats: { decimal: Decimal }` turns `{ type: string, format: decimal }` into `Quoted<Decimal>`.
///
/// `bill.total?.value` is the number; `bill.total = 1.5` and `bill.total = Quoted(price)` set it.
public struct Quoted<Value: QuotableValue> {
    /// The number or the boolean.
    public var value: Value

    /// Wraps a value.
    public init(_ value: Value) { self.value = value }
}

extension Quoted: Equatable where Value: Equatable {}
extension Quoted: Hashable where Value: Hashable {}

extension Quoted: Comparable where Value: Comparable {
    /// Compares the numbers.
    public static func < (left: Quoted, right: Quoted) -> Bool { left.value < right.value }
}

extension Quoted: APIValue {
    /// Reads a string with the value; a value without quotes is read as well.
    public init(from value: inout ValueReader) {
        let scalars = value.state.pointee.scalars
        value.state.pointee.scalars = .text
        self.init(Value(from: &value))
        value.state.pointee.scalars = scalars
    }

    /// Writes a string with the value.
    public func write(to value: inout ValueWriter) {
        guard value.state.pointee.style != .description else { return value.write(self.value) }
        value.state.pointee.append(UInt8(ascii: "\""))
        value.write(self.value)
        value.state.pointee.append(UInt8(ascii: "\""))
    }
}

extension Quoted: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws { self = try CodableBridge.decode(Self.self, from: decoder) }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws { try CodableBridge.encode(self, to: encoder) }
}

extension Quoted: CustomStringConvertible {
    /// The value's own description.
    public var description: String { String(describing: value) }
}

extension Quoted: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    /// A literal.
    public init(integerLiteral value: Value.IntegerLiteralType) { self.init(Value(integerLiteral: value)) }
}

extension Quoted: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    /// A literal.
    public init(floatLiteral value: Value.FloatLiteralType) { self.init(Value(floatLiteral: value)) }
}

extension Quoted: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    /// A literal.
    public init(booleanLiteral value: Value.BooleanLiteralType) { self.init(Value(booleanLiteral: value)) }
}
