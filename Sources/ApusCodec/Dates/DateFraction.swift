/// The fraction of a second in the written form of a `Date`.
///
/// A `Date` is a `Double` of seconds since 2001, with a resolution of about ten million values for a second in this
/// century. The written form is the shortest decimal fraction that reads back as the same `Date`, padded to 3, 6 or 9
/// digits, or to 7 as .NET writes them. A text of up to six digits is therefore written unchanged, from 1864 to 2137;
/// longer ones are written unchanged or a little earlier, never later, so that a query for newer items omits none.
struct DateFraction: Equatable {
    let seconds: Int
    let nanoseconds: Int
    /// 0, 3, 6, 7 or 9.
    let digits: Int

    private static let steps: [(scale: Double, nanoseconds: Int, digits: Int)] = [
        (1e3, 1_000_000, 3), (1e4, 100_000, 6), (1e5, 10_000, 6), (1e6, 1_000, 6), (1e7, 100, 7), (1e8, 10, 9),
        (1e9, 1, 9),
    ]

    /// The shortest fraction of an interval since 2001. For a moment near that date, which a `Double` represents more
    /// precisely, only whole nanoseconds are written.
    init(of interval: Double) {
        let floor = interval.rounded(.down)
        // Exact: both have the same exponent, or the result is smaller than either.
        let rest = interval - floor
        seconds = Int(floor)
        if rest == 0 {
            nanoseconds = 0
            digits = 0
            return
        }
        for step in Self.steps {
            // The first value that can read back as the interval is half of its last binary digit below it.
            let lowest = max(0, Int((rest - interval.ulp / 2) * step.scale) - 1)
            for ticks in lowest...lowest + 3
            where Double(ticks) < step.scale && floor + Double(ticks) / step.scale == interval {
                nanoseconds = ticks * step.nanoseconds
                digits = step.digits
                return
            }
        }
        nanoseconds = Int(rest * 1e9)
        digits = 9
    }

    /// The interval since 2001 of a text: the nearest `Double`, or the previous one where the nearest would be written
    /// later than the text. `9999-12-31T23:59:59.9999999Z` stays in its year.
    static func interval(seconds: Int, nanoseconds: Int, digits: Int) -> Double {
        // Equal to the quotient of the digits alone: both divisions are rounded correctly.
        var interval = Double(seconds) + Double(nanoseconds) / 1e9
        // Adjacent values with this number of digits are different Doubles here.
        if digits <= 3 || digits <= 6 && seconds.magnitude < 1 << 32 { return interval }
        while true {
            let written = DateFraction(of: interval)
            if (written.seconds, written.nanoseconds) <= (seconds, nanoseconds) { return interval }
            interval = interval.nextDown
        }
    }
}
