/// The one form in which most servers write a moment, read without the steps that the other forms need.
///
/// `2026-01-31T09:30:00Z` and up to six digits of a fraction, of years in which a `Date` tells as many digits apart. ``DateTimeText`` reads it
/// to the same value, in twice the time.
enum UsualMoment {
    /// Seconds since 2001-01-01T00:00:00Z; nil for text of any other form, and for what is no moment.
    static func interval(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        let count = text.count
        guard count >= 20, count <= 27, let base = text.baseAddress, hasSeparators(base, count) else { return nil }
        let (month, day) = (twoDigits(base, 5), twoDigits(base, 8))
        let (hour, minute, second) = (twoDigits(base, 11), twoDigits(base, 14), twoDigits(base, 17))
        let (century, rest) = (twoDigits(base, 0), twoDigits(base, 2))
        // 60 is a leap second.
        guard century < 100, rest < 100, month >= 1, month <= 12, day >= 1, hour < 24, minute < 60, second <= 60 else {
            return nil
        }
        let year = century * 100 + rest
        guard day <= CivilDate.length(ofMonth: month, year: year) else { return nil }
        let days = CivilDate.days(year: year, month: month, day: day)
        let clock = hour * 3_600 + minute * 60 + second
        let seconds = days * 86_400 + clock - DateTimeText.secondsToReferenceDate
        if count == 20 { return Double(seconds) }
        guard seconds.magnitude < 1 << 32, let fraction = fraction(base, count) else { return nil }
        return Double(seconds) + fraction
    }

    @inline(__always)
    private static func hasSeparators(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        base[4] == UInt8(ascii: "-") && base[7] == UInt8(ascii: "-") && base[10] == UInt8(ascii: "T")
            && base[13] == UInt8(ascii: ":") && base[16] == UInt8(ascii: ":") && base[count - 1] == UInt8(ascii: "Z")
    }

    /// `.123Z` → 0.123
    @inline(__always)
    private static func fraction(_ base: UnsafePointer<UInt8>, _ count: Int) -> Double? {
        guard count > 21, base[19] == UInt8(ascii: ".") else { return nil }
        var ticks = 0
        var scale = 1.0
        for index in 20..<count - 1 {
            let digit = base[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            ticks = ticks &* 10 &+ Int(digit)
            scale *= 10
        }
        return Double(ticks) / scale
    }

    /// More than 99 where there are no two digits.
    @inline(__always)
    private static func twoDigits(_ base: UnsafePointer<UInt8>, _ index: Int) -> Int {
        let tens = base[index] &- UInt8(ascii: "0")
        let ones = base[index + 1] &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int(tens) &* 10 &+ Int(ones) : 255
    }
}
