extension Redactor {
    /// An address, or its path and query, with `REDACTED` for each value of the query: whatever a caller looks for is nobody's business, and a
    /// key may be among it. The name of the mark is that of OpenTelemetry's semantic conventions (`url.full`).
    ///
    /// A redactor of known secrets removes them from any text; this function is for callers that know none.
    package static func hideValues(ofQueryIn address: String) -> String {
        let path = address.part(before: "?")
        guard path.endIndex < address.endIndex else { return address }
        // The mark alone: as a character it may be one with what follows.
        let query = address[address.utf8.index(after: path.endIndex)...].part(before: "#")
        let pairs = query.pieces(between: "&", omitsEmpty: true).map { pair in
            pair.holds("=") ? "\(pair.part(before: "="))=REDACTED" : "REDACTED"
        }
        return "\(path)?\(pairs.joined(separator: "&"))"
    }
}
