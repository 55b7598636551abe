internal import ApusJSON

extension ValueReader {
    /// Seconds since 2001 of a moment in its usual form; nil for whatever else stands here, which ``readDateTime(expected:)`` is for.
    @inline(__always)
    func readUsualMoment() -> Double? {
        guard isReadable, entry.kind == .string, !entry.hasEscapes else { return nil }
        return UsualMoment.interval(state.pointee.content(of: entry))
    }

    /// Reads a day or a moment in any form that servers write.
    mutating func readDateTime(expected: String) -> DateTimeText? {
        let date = readText(expected: expected, DateTimeText.read)
        if let date, state.pointee.notes != nil {
            let isStandard = expected == "date" ? entry.length == 10 && date.offset == nil : date.isStandard
            if !isStandard { state.pointee.note(at: index, expected: expected + " as RFC 3339 writes it") }
        }
        return date
    }
}
