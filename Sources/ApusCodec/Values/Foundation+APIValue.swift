#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Date: APIValue {
    /// Reads an RFC 3339 `date-time`, and other forms that servers use: without an offset, seconds or time, and HTTP
    /// dates.
    public init(from value: inout ValueReader) {
        if let interval = value.readUsualMoment() {
            self.init(timeIntervalSinceReferenceDate: interval)
            return
        }
        let offset = value.state.pointee.dateOffset
        let date = value.readDateTime(expected: "date-time")
        self.init(timeIntervalSinceReferenceDate: date?.interval(withoutOffset: offset) ?? 0)
    }

    /// Writes an RFC 3339 `date-time` in UTC with the shortest fraction that reads back as the same date, of 3, 6, 7 or 9 digits.
    public func write(to value: inout ValueWriter) {
        value.state.pointee.appendTimestamp(timeIntervalSinceReferenceDate)
    }
}

extension Data: APIValue {
    /// Reads base64 (RFC 4648 §4), also in the URL alphabet (§5) and without padding.
    public init(from value: inout ValueReader) {
        self = value.readText(expected: "base64", Base64.decode) ?? Data()
    }

    /// Writes base64 with padding.
    public func write(to value: inout ValueWriter) {
        value.state.pointee.append(UInt8(ascii: "\""))
        value.state.pointee.append(plain: base64EncodedString())
        value.state.pointee.append(UInt8(ascii: "\""))
    }
}

extension UUID: APIValue {
    /// Reads a UUID in its hyphenated form, either case.
    public init(from value: inout ValueReader) {
        self = value.readText(expected: "UUID", UUIDText.parse) ?? UUID(uuid: UUIDText.zero)
    }

    /// Writes the hyphenated form in lower case (RFC 9562 §4).
    public func write(to value: inout ValueWriter) { value.writeString(uuidString.lowercased()) }
}

extension URL: APIValue {
    /// Reads a URL.
    public init(from value: inout ValueReader) {
        let url = value.readText(expected: "URL") { URL(string: String(decoding: $0, as: UTF8.self)) }
        self = url ?? URL(filePath: "/")
    }

    /// Writes the URL's text.
    public func write(to value: inout ValueWriter) { value.writeString(absoluteString) }
}

extension Decimal: APIValue {
    /// Reads a number, or a string with a number.
    public init(from value: inout ValueReader) {
        var number: Decimal?
        if let text = value.readNumberText() {
            number = Decimal(string: text)
            if number == nil { value.fail(expected: "decimal number") }
        } else {
            number = value.readText(expected: "decimal number") { text in
                NumberText.isNumber(text) ? Decimal(string: String(decoding: text, as: UTF8.self)) : nil
            }
        }
        self = number ?? 0
    }

    /// Writes a number with all its digits.
    public func write(to value: inout ValueWriter) {
        if isNaN { value.fail(.notANumber) } else { value.state.pointee.append(plain: description) }
    }
}
