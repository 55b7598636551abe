/// Dates of HTTP headers (RFC 9110, 5.6.7), which some servers also write elsewhere.
package enum HTTPDate {
    /// Fields whose value is an HTTP date, whatever format a document declares.
    private static let fields: Set<String> = [
        "date", "expires", "if-modified-since", "if-range", "if-unmodified-since", "last-modified", "retry-after",
    ]
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// Seconds since 1970 from `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
    /// `Sun Nov  6 08:49:37 1994`.
    package static func seconds(_ text: String) -> Double? {
        var text = text
        guard let date = text.withUTF8(parse) else { return nil }
        return Double(date.localSeconds - (date.offset ?? 0) + DateTimeText.secondsToReferenceDate)
    }

    /// Parses the three forms above, and the first one with a numeric offset (RFC 5322, 3.3).
    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> DateTimeText? {
        guard (16...64).contains(text.count) else { return nil }
        var words = String(decoding: text, as: UTF8.self).split { " ,".contains($0) }.map(String.init)
        if words.count > 1, words[0].utf8.allSatisfy(isLetter) { words.removeFirst() }
        // 06-Nov-94
        if let first = words.first, first.contains("-") {
            words.replaceSubrange(0...0, with: first.split(separator: "-").map(String.init))
        }
        switch words.count {
        case 4:
            return date(day: words[1], month: words[0], year: words[3], time: words[2], offset: 0)
        case 5:
            var zone = words[4]
            guard let offset = zone.withUTF8({ offset(ofZone: $0) }) else { return nil }
            return date(day: words[0], month: words[1], year: words[2], time: words[3], offset: offset)
        default: return nil
        }
    }

    /// `GMT`, `UTC`, `UT`, `Z`, `+0200`.
    static func offset(ofZone text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...6).contains(text.count) else { return nil }
        if text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") {
            var cursor = DateTimeCursor(text)
            return cursor.readOffset() && cursor.isAtEnd ? cursor.offset : nil
        }
        return ["GMT", "UTC", "UT", "Z"].contains(String(decoding: text, as: UTF8.self).uppercased()) ? 0 : nil
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, in whole seconds; nil outside the years 0 to 9999.
    package static func text(of interval: Double) -> String? {
        guard interval >= -63_145_526_400, interval < 252_423_993_600 else { return nil }
        let seconds = Int(interval.rounded(.down)) + DateTimeText.secondsToReferenceDate
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let date = CivilDate.date(days: days)
        let rest = seconds - days * 86_400
        func pad(_ number: Int, _ width: Int = 2) -> String {
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        // 1970-01-01 was a Thursday.
        let name = Self.days[((days + 3) % 7 + 7) % 7]
        let month = months[date.month - 1]
        return "\(name), \(pad(date.day)) \(month.prefix(1).uppercased())\(month.dropFirst()) \(pad(date.year, 4)) "
            + "\(pad(rest / 3_600)):\(pad(rest / 60 % 60)):\(pad(rest % 60)) GMT"
    }

    /// Whether the definition of a header requires HTTP dates.
    package static func isUsed(in field: String) -> Bool { fields.contains(field.lowercased()) }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    private static func date(day: String, month: String, year: String, time: String, offset: Int) -> DateTimeText? {
        guard let index = months.firstIndex(of: month.lowercased()), let number = Int(year), let day = Int(day),
            let date = CalendarDate(year: fullYear(number, year), month: index + 1, day: day)
        else { return nil }
        var time = time
        let clock = time.withUTF8 { text in
            var cursor = DateTimeCursor(text)
            let clock = cursor.readClock()
            return cursor.isAtEnd && text.count == 8 ? clock : nil
        }
        return clock.map { DateTimeText(day: date, clock: $0, offset: offset, isStandard: false) }
    }

    /// For a two-digit year: the century nearest to now, fixed at 1970...2069.
    private static func fullYear(_ year: Int, _ text: String) -> Int {
        text.count > 2 ? year : year < 70 ? 2000 + year : 1900 + year
    }
}
