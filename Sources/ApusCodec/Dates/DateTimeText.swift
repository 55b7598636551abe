/// The parts of a date or date-time text.
///
/// RFC 3339 §5.6 `date-time` is the standard form. Servers also write other forms of ISO 8601, which are read as well:
/// no offset, `+0200` and `+02`, a space for `T`, no seconds, a comma before the fraction, the date only, no separators
/// (`20240501T120000Z`), and a zone's name in brackets after the offset (RFC 9557).
struct DateTimeText {
    let day: CalendarDate
    /// Seconds from 2001-01-01T00:00:00 to the local time, without the offset.
    let localSeconds: Int
    /// Digits after the ninth are dropped.
    let nanoseconds: Int
    /// The number of digits of the fraction; at most 9.
    let fractionDigits: Int
    /// Seconds east of UTC; nil where the text has no offset.
    let offset: Int?
    /// Whether the text is a `date-time` of RFC 3339.
    let isStandard: Bool

    /// The seconds from 1970-01-01 to 2001-01-01.
    static let secondsToReferenceDate = 978_307_200

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var cursor = DateTimeCursor(text)
        guard let day = cursor.readDay() else { return nil }
        var clock = DateTimeCursor.Clock()
        let hasClock = cursor.skipSeparator()
        if hasClock {
            guard let found = cursor.readClock() else { return nil }
            clock = found
        }
        guard cursor.readOffset(), cursor.isAtEnd else { return nil }
        let isStandard = hasClock && cursor.offset != nil && cursor.isStandard
        self.init(day: day, clock: clock, offset: cursor.offset, isStandard: isStandard)
    }

    init(day: CalendarDate, clock: DateTimeCursor.Clock, offset: Int?, isStandard: Bool) {
        self.day = day
        let days = CivilDate.days(year: day.year, month: day.month, day: day.day)
        localSeconds = days * 86_400 + clock.seconds - Self.secondsToReferenceDate
        nanoseconds = clock.nanoseconds
        fractionDigits = clock.fractionDigits
        self.offset = offset
        self.isStandard = isStandard
    }

    /// Parses any accepted form of `date-time` or `date`, including HTTP dates.
    static func read(_ text: UnsafeBufferPointer<UInt8>) -> DateTimeText? {
        DateTimeText(text) ?? HTTPDate.parse(text)
    }

    /// How well a text fits a date-time alternative of a union: 2 for the standard form, 0 for any other, which a plain
    /// string preserves better.
    static func fit(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        read(text).map { $0.isStandard ? 2 : 0 }
    }

    /// Seconds since 2001-01-01T00:00:00Z, as in a `Date`; see ``DateFraction/interval(seconds:nanoseconds:digits:)``.
    ///
    /// - Parameter fallback: The offset of a text without one.
    func interval(withoutOffset fallback: Int = 0) -> Double {
        DateFraction.interval(
            seconds: localSeconds - (offset ?? fallback), nanoseconds: nanoseconds, digits: fractionDigits)
    }
}
