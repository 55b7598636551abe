internal import ApusCodec

/// The encoding in `Content-Type`: `text/xml; charset="iso-8859-1"` → `iso-8859-1`.
enum Charset {
    static func find(in contentType: String) -> String? {
        for parameter in contentType.pieces(between: ";").dropFirst() {
            let halves = parameter.pieces(between: "=", most: 1)
            guard halves.count == 2, halves[0].trimmed.asciiLowercased.isSame(as: "charset") else { continue }
            let value = halves[1].trimmed.utf8.filter { $0 != UInt8(ascii: "\"") }
            return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        }
        return nil
    }
}
