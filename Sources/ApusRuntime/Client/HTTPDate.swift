/// Dates of HTTP headers (RFC 9110, 5.6.7).
enum HTTPDate {
    /// Seconds since 1970 from `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
    /// `Sun Nov  6 08:49:37 1994`.
    static func seconds(_ text: String) -> Double? {
        let words = text.split { " ,-".contains($0) }.map(String.init)
        if words.count >= 6, let day = Int(words[1]), let month = month(words[2]), let year = Int(words[3]) {
            return seconds(year: fullYear(year, words[3]), month: month, day: day, time: words[4])
        }
        if words.count == 5, let month = month(words[1]), let day = Int(words[2]), let year = Int(words[4]) {
            return seconds(year: year, month: month, day: day, time: words[3])
        }
        return nil
    }

    private static func month(_ name: String) -> Int? {
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            .firstIndex(of: name.lowercased()).map { $0 + 1 }
    }

    /// Two digits: the century that puts it nearest to now, fixed at 1970...2069.
    private static func fullYear(_ year: Int, _ text: String) -> Int {
        text.count > 2 ? year : year < 70 ? 2000 + year : 1900 + year
    }

    private static func seconds(year: Int, month: Int, day: Int, time: String) -> Double? {
        let parts = time.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3, (0...23).contains(parts[0]), (0...59).contains(parts[1]), (0...60).contains(parts[2]),
            (1...31).contains(day), (1600...9999).contains(year)
        else { return nil }
        // Days from civil: counts from 1 March, so that the leap day is the last of its year.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return Double(days * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2])
    }
}
