#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A moment with all details of its text: nanoseconds, the number of digits, and the offset or its absence. It is sent
/// unchanged.
///
/// `formats: { date-time: Timestamp }` in `apus.yaml` uses it instead of `Date`, which cannot represent the fractions
/// of .NET and Go exactly and is always written in UTC.
public struct Timestamp: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00:00Z; for a text without an offset, as if in UTC.
    public let seconds: Int
    /// The nanoseconds, 0 to 999,999,999.
    public let nanoseconds: Int
    /// The number of written digits of the fraction: 0 to 9.
    public let fractionDigits: Int
    /// Seconds east of UTC; nil for a text without an offset.
    public let offset: Int?

    /// Creates a moment; nil where the offset is a day or more or has seconds, or where the local year is not 0 to
    /// 9999.
    public init?(seconds: Int, nanoseconds: Int = 0, fractionDigits: Int = 0, offset: Int? = 0) {
        let shift = offset ?? 0
        guard (0..<1_000_000_000).contains(nanoseconds), (0...9).contains(fractionDigits),
            shift.magnitude < 86_400, shift % 60 == 0, seconds.magnitude < 1 << 40,
            (-62_167_219_200..<253_402_300_800).contains(seconds + shift)
        else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.fractionDigits = fractionDigits
        self.offset = offset
    }

    /// Parses any accepted form of `date-time`.
    public init?(_ text: String) {
        var text = text
        guard let date = text.withUTF8(DateTimeText.read) else { return nil }
        self.init(date)
    }

    /// A date in UTC, with the digits of its written form; nil outside the years 0 to 9999.
    public init?(_ date: Date) {
        let interval = date.timeIntervalSinceReferenceDate
        guard interval.magnitude < 1e12 else { return nil }
        let fraction = DateFraction(of: interval)
        self.init(
            seconds: fraction.seconds + DateTimeText.secondsToReferenceDate, nanoseconds: fraction.nanoseconds,
            fractionDigits: fraction.digits)
    }

    init(_ text: DateTimeText) {
        seconds = text.localSeconds - (text.offset ?? 0) + DateTimeText.secondsToReferenceDate
        nanoseconds = text.nanoseconds
        fractionDigits = text.fractionDigits
        offset = text.offset
    }

    /// The moment as a `Date`, never later than this one.
    ///
    /// - Parameter fallback: The offset of a text without one, in seconds east of UTC.
    public func date(withoutOffset fallback: Int = 0) -> Date {
        let shifted = offset == nil ? seconds - fallback : seconds
        return Date(
            timeIntervalSinceReferenceDate: DateFraction.interval(
                seconds: shifted - DateTimeText.secondsToReferenceDate, nanoseconds: nanoseconds,
                digits: fractionDigits))
    }
}

extension Timestamp: Comparable {
    /// Whether the first moment is earlier; of equal ones the one with the smaller offset, then with fewer digits.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        if left.seconds != right.seconds { return left.seconds < right.seconds }
        return (left.nanoseconds, left.offset ?? .min, left.fractionDigits)
            < (right.nanoseconds, right.offset ?? .min, right.fractionDigits)
    }
}

extension Timestamp: CustomStringConvertible, LosslessStringConvertible {
    /// `2026-01-31T09:30:00.1234567+02:00`
    public var description: String {
        var state = EncodingState(style: .storage, capacity: 48)
        defer { state.deallocate() }
        state.append(timestamp: self)
        return String(decoding: state.written, as: UTF8.self)
    }
}

extension Timestamp: APIValue {
    /// Reads a string with a date-time.
    public init(from value: inout ValueReader) {
        if let date = value.readDateTime(expected: "date-time") {
            self.init(date)
        } else {
            self.init(
                DateTimeText(day: CalendarDate(unchecked: 1970, 1, 1), clock: .init(), offset: 0, isStandard: true))
        }
    }

    /// Writes the moment with its digits and its offset.
    public func write(to value: inout ValueWriter) {
        value.state.pointee.append(UInt8(ascii: "\""))
        value.state.pointee.append(timestamp: self)
        value.state.pointee.append(UInt8(ascii: "\""))
    }
}

extension Timestamp: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws { self = try CodableBridge.decode(Self.self, from: decoder) }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws { try CodableBridge.encode(self, to: encoder) }
}

extension EncodingState {
    fileprivate mutating func append(timestamp: Timestamp) {
        let local = timestamp.seconds + (timestamp.offset ?? 0)
        // A leap second at the end of the year 9999.
        guard local < 253_402_300_800 else { return fail(.dateOutOfRange) }
        appendClock(local)
        appendFraction(nanoseconds: timestamp.nanoseconds, digits: timestamp.fractionDigits)
        guard let offset = timestamp.offset else { return }
        if offset == 0 { return append(UInt8(ascii: "Z")) }
        append(UInt8(ascii: offset < 0 ? "-" : "+"))
        appendTwoDigits(Int(offset.magnitude) / 3_600)
        append(UInt8(ascii: ":"))
        appendTwoDigits(Int(offset.magnitude) / 60 % 60)
    }
}
