import Foundation
import Testing

/// A UUID in the form of an expectation file.
func uuid(_ text: String) throws -> UUID {
    try #require(UUID(uuidString: text))
}

/// A moment in UTC, by Foundation's calendar and not by the runtime's own reading of dates.
func utc(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Double = 0
) throws -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let components = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)
    return try #require(calendar.date(from: components)).addingTimeInterval(second)
}
