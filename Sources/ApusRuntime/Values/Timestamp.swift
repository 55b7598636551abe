/// RFC 3339 §5.6 `date-time` ↔ seconds since 2001-01-01T00:00:00Z.
///
/// Read leniently, as the RFC allows: `t` and `z`, a space for `T`, any offset, a fraction of any length, the leap second `:60`.
enum Timestamp {
    /// From 1970-01-01 to 2001-01-01.
    static let secondsToReferenceDate = 978_307_200

    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard text.count >= 20, let base = text.baseAddress else { return nil }
        guard let date = CalendarDate(utf8: UnsafeBufferPointer(start: base, count: 10)) else { return nil }
        let separator = base[10]
        guard separator | 0x20 == UInt8(ascii: "t") || separator == UInt8(ascii: " ") else { return nil }
        guard let hour = twoDigits(base, 11), let minute = twoDigits(base, 14), let second = twoDigits(base, 17),
            base[13] == UInt8(ascii: ":"), base[16] == UInt8(ascii: ":"), hour < 24, minute < 60, second <= 60
        else { return nil }
        var index = 19
        guard let fraction = fraction(text, &index), let offset = offset(text, index) else { return nil }
        let days = CivilDate.days(year: date.year, month: date.month, day: date.day)
        let whole = days * 86_400 + hour * 3_600 + minute * 60 + second - offset - secondsToReferenceDate
        return Double(whole) + fraction
    }

    @inline(__always)
    private static func twoDigits(_ base: UnsafePointer<UInt8>, _ index: Int) -> Int? {
        let tens = base[index] &- UInt8(ascii: "0")
        let ones = base[index + 1] &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }

    /// `.123` → 0.123; nothing → 0. Digits beyond the fifteenth are below what a `Date` can hold.
    private static func fraction(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Double? {
        guard text[index] == UInt8(ascii: ".") else { return 0 }
        index += 1
        let start = index
        var digits = 0.0
        var scale = 1.0
        while index < text.count, text[index] &- UInt8(ascii: "0") < 10 {
            if index - start < 15 {
                digits = digits * 10 + Double(text[index] &- UInt8(ascii: "0"))
                scale *= 10
            }
            index += 1
        }
        return index > start ? digits / scale : nil
    }

    /// `Z` → 0, `+02:00` → 7200; it must end the text.
    private static func offset(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        guard index < text.count, let base = text.baseAddress else { return nil }
        let sign = base[index]
        if sign | 0x20 == UInt8(ascii: "z") { return index + 1 == text.count ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        guard index + 6 == text.count, base[index + 3] == UInt8(ascii: ":"), let hours = twoDigits(base, index + 1),
            let minutes = twoDigits(base, index + 4), hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
}
