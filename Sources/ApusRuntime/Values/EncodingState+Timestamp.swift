extension EncodingState {
    /// `"2026-01-31T09:30:00Z"`, or `"2026-01-31T09:30:00.250Z"`.
    ///
    /// Requests carry milliseconds. Storage keeps nanoseconds where milliseconds would lose something, and identity the bits.
    mutating func appendTimestamp(_ interval: Double) {
        if style == .identity { return appendInteger(interval.bitPattern) }
        // The first moment of the year 0 and of the year 10000.
        guard interval >= -63_145_526_400, interval < 252_423_993_600 else { return fail(.dateOutOfRange) }
        var seconds = interval.rounded(.down)
        let fraction = interval - seconds
        var digits = 3
        var ticks = (fraction * 1e3).rounded()
        if style != .request, abs(ticks / 1e3 - fraction) > 0, seconds + ticks / 1e3 != interval {
            digits = 9
            ticks = (fraction * 1e9).rounded()
        }
        if ticks >= (digits == 3 ? 1e3 : 1e9) {
            ticks = 0
            seconds += 1
        }
        append(UInt8(ascii: "\""))
        appendClock(Int(seconds) + Timestamp.secondsToReferenceDate)
        if ticks > 0 {
            append(UInt8(ascii: "."))
            appendMagnitude(UInt64(ticks), width: digits)
        }
        append(UInt8(ascii: "Z"))
        append(UInt8(ascii: "\""))
    }

    private mutating func appendClock(_ seconds: Int) {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        let date = CivilDate.date(days: days)
        append(date: CalendarDate(unchecked: date.year, date.month, date.day))
        append(UInt8(ascii: "T"))
        appendTwoDigits(rest / 3_600)
        append(UInt8(ascii: ":"))
        appendTwoDigits(rest / 60 % 60)
        append(UInt8(ascii: ":"))
        appendTwoDigits(rest % 60)
    }

    mutating func append(date: CalendarDate) {
        appendTwoDigits(date.year / 100)
        appendTwoDigits(date.year % 100)
        append(UInt8(ascii: "-"))
        appendTwoDigits(date.month)
        append(UInt8(ascii: "-"))
        appendTwoDigits(date.day)
    }
}
