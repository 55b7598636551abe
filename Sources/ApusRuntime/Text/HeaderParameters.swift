/// The parameters of a header such as `multipart/mixed; boundary="a b"` (RFC 9110, 5.6.6), by lower-case name.
struct HeaderParameters {
    private var values: [ByteText: String] = [:]

    init(_ text: String) {
        var cursor = HeaderCursor(text)
        _ = cursor.read(before: ";")
        while cursor.skip(";") {
            cursor.skip(anyOf: " \t")
            let name = cursor.read(before: "=;")
            guard cursor.skip("=") else { continue }
            let value = cursor.skip("\"") ? cursor.readQuoted() : String(cursor.read(before: ";").trimmed)
            let letters = name.asciiLowercased.utf8.filter { $0 != UInt8(ascii: " ") }
            values[ByteText(String(decoding: letters, as: UTF8.self))] = value
            _ = cursor.read(before: ";")
        }
    }

    subscript(name: ByteText) -> String? {
        values[name]
    }
}
