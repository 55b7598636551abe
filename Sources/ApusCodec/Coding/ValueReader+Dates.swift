internal import ApusJSON

extension ValueReader {
    /// Seconds since 2001 of a date-time in its usual form; nil for any other value, which ``readDateTime(expected:)`` reads.
    @inline(__always)
    func readUsualMoment() -> Double? {
        guard isReadable, entry.kind == .string, !entry.hasEscapes else { return nil }
        return UsualMoment.interval(state.pointee.content(of: entry))
    }

    /// Reads a date or date-time in any form that servers use.
    mutating func readDateTime(expected: String) -> DateTimeText? {
        let date = readText(expected: expected, DateTimeText.read)
        if let date, state.pointee.notes != nil {
            let isStandard = expected == "date" ? entry.length == 10 && date.offset == nil : date.isStandard
            if !isStandard { state.pointee.note(at: index, expected: expected + " as RFC 3339 writes it") }
        }
        return date
    }
}
