#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A day of the Gregorian calendar, without time and without time zone: RFC 3339 `full-date`, `2026-01-31`.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// 0 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the month's last day.
    public let day: Int

    /// Makes a date; nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Reads `2026-01-31`; nil for anything else.
    public init?(_ text: String) {
        var copy = text
        guard let date = copy.withUTF8({ CalendarDate(utf8: $0) }) else { return nil }
        self = date
    }

    /// The day on which `date` falls in a time zone; UTC unless told otherwise.
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

    /// The day's first moment in UTC.
    public var date: Date {
        Date(timeIntervalSince1970: Double(CivilDate.days(year: year, month: month, day: day)) * 86_400)
    }

    /// The day's first moment in a calendar's time zone; nil where the calendar has no such day.
    public func date(in calendar: Calendar) -> Date? {
        calendar.date(from: DateComponents(year: year, month: month, day: day))
    }

    /// The earlier day is the smaller.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
