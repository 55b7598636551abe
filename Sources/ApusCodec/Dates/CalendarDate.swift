#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A date of the Gregorian calendar, without time and without time zone: RFC 3339 `full-date`, `2026-01-31`.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// The year, 0 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day, 1 to the month's last day.
    public let day: Int

    /// Creates a date; nil for an invalid one.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Parses `2026-01-31`; nil for any other text.
    public init?(_ text: String) {
        var copy = text
        guard let date = copy.withUTF8({ CalendarDate(utf8: $0) }) else { return nil }
        self = date
    }

    /// The date of a moment in a time zone, by default UTC.
    public init?(_ date: Date, in timeZone: TimeZone = .gmt) {
        let shifted = date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))
        guard shifted.magnitude < 1e12 else { return nil }
        let day = CivilDate.date(days: Int((shifted / 86_400).rounded(.down)))
        self.init(year: day.year, month: day.month, day: day.day)
    }

    init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init?(utf8 text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 10 else { return nil }
        var cursor = DateTimeCursor(text)
        guard let date = cursor.readDay(), cursor.isAtEnd else { return nil }
        self = date
    }

    /// The start of the day in UTC.
    public var date: Date {
        Date(timeIntervalSince1970: Double(CivilDate.days(year: year, month: month, day: day)) * 86_400)
    }

    /// The start of the day in a calendar's time zone; nil where the calendar lacks this day.
    public func date(in calendar: Calendar) -> Date? {
        calendar.date(from: DateComponents(year: year, month: month, day: day))
    }

    /// Whether the first date is earlier.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
