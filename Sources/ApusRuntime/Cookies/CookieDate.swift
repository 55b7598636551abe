/// Dates of cookies, parsed as leniently as RFC 6265, 5.1.1 requires: `Wed, 21-Oct-26 07:28:00 GMT`,
/// `21 Oct 2026 7:28:0`.
enum CookieDate {
    /// Seconds since 1970; nil for text that is not a date.
    static func seconds(_ text: String) -> Double? {
        var (time, day, month, year): ([Int]?, Int?, Int?, Int?) = (nil, nil, nil, nil)
        for token in text.utf8.split(whereSeparator: isDelimiter) {
            if time == nil, let found = clock(token) {
                time = found
            } else if day == nil, let found = number(token, digits: 1...2) {
                day = found
            } else if month == nil, let found = self.month(token) {
                month = found
            } else if year == nil, let found = number(token, digits: 2...4) {
                year = found < 70 ? found + 2_000 : found < 100 ? found + 1_900 : found
            }
        }
        guard let time, let day, let month, let year, year >= 1_601, time[0] < 24, time[1] < 60, time[2] < 60,
            day >= 1, day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        let days = CivilDate.days(year: year, month: month, day: day)
        return Double(days * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2])
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x20...0x2F, 0x3B...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// Leading digits, not followed by another digit.
    private static func number(_ token: Substring.UTF8View, digits: ClosedRange<Int>) -> Int? {
        let found = token.prefix { (0x30...0x39).contains($0) }
        return digits.contains(found.count) ? Int(String(decoding: found, as: UTF8.self)) : nil
    }

    /// `7:28:00`
    private static func clock(_ token: Substring.UTF8View) -> [Int]? {
        let parts = token.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[..<2].allSatisfy({ $0.count <= 2 && number($0, digits: 1...2) != nil }) else {
            return nil
        }
        let numbers = parts.compactMap { number($0, digits: 1...2) }
        return numbers.count == 3 && numbers[0] < 100 ? numbers : nil
    }

    private static func month(_ token: Substring.UTF8View) -> Int? {
        let name = String(decoding: token.prefix(3), as: UTF8.self).lowercased()
        return ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            .firstIndex(of: name).map { $0 + 1 }
    }
}
