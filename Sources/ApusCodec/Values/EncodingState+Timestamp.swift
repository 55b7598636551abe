extension EncodingState {
    /// `"2026-01-31T09:30:00Z"`, `"2026-01-31T09:30:00.250Z"`, with the digits of ``DateFraction``. The identity form
    /// has the bits.
    mutating func appendTimestamp(_ interval: Double) {
        if style == .identity { return appendInteger(interval.bitPattern) }
        // The start of the year 0 and of the year 10000.
        guard interval >= -63_145_526_400, interval < 252_423_993_600 else { return fail(.dateOutOfRange) }
        let fraction = DateFraction(of: interval)
        append(UInt8(ascii: "\""))
        appendClock(fraction.seconds + DateTimeText.secondsToReferenceDate)
        appendFraction(nanoseconds: fraction.nanoseconds, digits: fraction.digits)
        append(UInt8(ascii: "Z"))
        append(UInt8(ascii: "\""))
    }

    /// `.250`; nothing without digits.
    mutating func appendFraction(nanoseconds: Int, digits: Int) {
        guard digits > 0 else { return }
        var ticks = nanoseconds
        for _ in digits..<9 { ticks /= 10 }
        append(UInt8(ascii: "."))
        appendMagnitude(UInt64(ticks), width: digits)
    }

    /// `2026-01-31T09:30:00`, from seconds since 1970.
    mutating func appendClock(_ seconds: Int) {
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
