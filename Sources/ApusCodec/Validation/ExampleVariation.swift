internal import ApusJSON

/// Makes values that differ from an example. The generator checks with it which members of an example may vary, and the examples of
/// a list vary by it.
package enum ExampleVariation {
    /// A value of the same form: a UUID with another number at its end, an integer that is larger, a text with a number; other values
    /// are returned as they are.
    package static func vary(_ value: JSONValue, by number: Int) -> JSONValue {
        switch value {
        case .string(let text):
            if text.utf8.count == 36, ScalarText.uuid.reads(text) { return .string(vary(uuid: text, by: number)) }
            return .string(text + "-\(number + 1)")
        case .number(let old):
            guard let integer = old.int, !integer.addingReportingOverflow(number).overflow else { return value }
            return .number(JSONNumber(integer + number))
        default: return value
        }
    }

    /// An object some of whose members vary.
    package static func vary(_ keys: [String], of value: JSONValue, by number: Int) -> JSONValue {
        guard number > 0, case .object(let members) = value else { return value }
        let names = Set(keys.map { ByteText($0) })
        return .object(
            JSONObject(
                unique: members.map { member in
                    guard names.contains(ByteText(member.key)) else { return member }
                    return JSONObject.Member(key: member.key, value: vary(member.value, by: number))
                }))
    }

    /// The last twelve digits are the number's.
    private static func vary(uuid text: String, by number: Int) -> String {
        let digits = String(number, radix: 16)
        return text.prefix(24) + String(repeating: "0", count: max(0, 12 - digits.count)) + digits.suffix(12)
    }
}
