/// Parses ISO 8601 text from its first byte.
struct DateTimeCursor {
    /// The time of a day.
    struct Clock {
        var seconds = 0
        var nanoseconds = 0
        var fractionDigits = 0
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// The result of ``readOffset()``.
    private(set) var offset: Int?
    /// Whether the text so far is in RFC 3339 format.
    private(set) var isStandard = true

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var isAtEnd: Bool { index == text.count }

    /// `2026-01-31` or `20260131`.
    mutating func readDay() -> CalendarDate? {
        guard let century = readTwoDigits(), let rest = readTwoDigits() else { return nil }
        let isSeparated = skip(UInt8(ascii: "-"))
        guard let month = readTwoDigits(), !isSeparated || skip(UInt8(ascii: "-")), let day = readTwoDigits() else {
            return nil
        }
        if !isSeparated { isStandard = false }
        return CalendarDate(year: century * 100 + rest, month: month, day: day)
    }

    /// `T`, `t` or a space, followed by a digit.
    mutating func skipSeparator() -> Bool {
        guard index + 1 < text.count, text[index + 1] &- UInt8(ascii: "0") < 10 else { return false }
        guard text[index] | 0x20 == UInt8(ascii: "t") || text[index] == UInt8(ascii: " ") else { return false }
        index += 1
        return true
    }

    /// `09:30`, `09:30:00`, `09:30:00.25`, `093000`.
    mutating func readClock() -> Clock? {
        guard let hour = readTwoDigits() else { return nil }
        let isSeparated = skip(UInt8(ascii: ":"))
        guard let minute = readTwoDigits(), hour < 24, minute < 60 else { return nil }
        var clock = Clock(seconds: hour * 3_600 + minute * 60)
        guard isSeparated ? skip(UInt8(ascii: ":")) : index < text.count && text[index] &- UInt8(ascii: "0") < 10 else {
            isStandard = false
            return clock
        }
        // 60 is a leap second.
        guard let second = readTwoDigits(), second <= 60 else { return nil }
        if !isSeparated { isStandard = false }
        clock.seconds += second
        return readFraction(into: &clock) ? clock : nil
    }

    /// False for a decimal point without digits.
    private mutating func readFraction(into clock: inout Clock) -> Bool {
        guard index < text.count, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") else {
            return true
        }
        if text[index] == UInt8(ascii: ",") { isStandard = false }
        index += 1
        let start = index
        while index < text.count, text[index] &- UInt8(ascii: "0") < 10 {
            if index - start < 9 {
                clock.nanoseconds = clock.nanoseconds * 10 + Int(text[index] &- UInt8(ascii: "0"))
            }
            index += 1
        }
        clock.fractionDigits = min(index - start, 9)
        for _ in clock.fractionDigits..<9 { clock.nanoseconds *= 10 }
        return index > start
    }

    /// `Z`, `+02:00`, `+0200`, `+02`, ` UTC`, or nothing; and a zone's name in brackets. False for any other text.
    mutating func readOffset() -> Bool {
        if isAtEnd { return true }
        if skip(UInt8(ascii: " ")) { isStandard = false }
        guard index < text.count else { return false }
        switch text[index] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            index += 1
            offset = 0
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard let seconds = readSignedOffset() else { return false }
            offset = seconds
        case UInt8(ascii: "["): break
        default:
            guard let name = HTTPDate.offset(ofZone: UnsafeBufferPointer(rebasing: text[index...])) else {
                return false
            }
            isStandard = false
            offset = name
            index = text.count
        }
        return skipZoneName()
    }

    private mutating func readSignedOffset() -> Int? {
        let isWest = text[index] == UInt8(ascii: "-")
        index += 1
        guard let hours = readTwoDigits(), hours < 24 else { return nil }
        var seconds = hours * 3_600
        let isSeparated = skip(UInt8(ascii: ":"))
        if !isSeparated { isStandard = false }
        if isSeparated || index < text.count && text[index] &- UInt8(ascii: "0") < 10 {
            guard let minutes = readTwoDigits(), minutes < 60 else { return nil }
            seconds += minutes * 60
        }
        return isWest ? -seconds : seconds
    }

    /// `[Europe/Berlin]`, which adds nothing to the offset.
    private mutating func skipZoneName() -> Bool {
        guard index < text.count else { return true }
        guard text[index] == UInt8(ascii: "["), text[text.count - 1] == UInt8(ascii: "]") else { return false }
        index = text.count
        isStandard = false
        return true
    }

    @inline(__always)
    private mutating func readTwoDigits() -> Int? {
        guard index + 1 < text.count else { return nil }
        let tens = text[index] &- UInt8(ascii: "0")
        let ones = text[index + 1] &- UInt8(ascii: "0")
        guard tens < 10, ones < 10 else { return nil }
        index += 2
        return Int(tens) * 10 + Int(ones)
    }

    @inline(__always)
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard index < text.count, text[index] == byte else { return false }
        index += 1
        return true
    }
}
