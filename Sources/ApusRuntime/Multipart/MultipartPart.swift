/// One part of a multipart body to send: its complete headers, and its content.
struct MultipartPart: Sendable {
    var headers: [(name: String, value: String)]
    var body: APIBody

    /// The lines before the content (RFC 2046, 5.1; RFC 7578, 4.2), without the boundary.
    var head: [UInt8] {
        var text = ""
        for header in headers { text += "\(header.name): \(header.value)\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// RFC 7578, 4.2, with names escaped as browsers do (WHATWG HTML, "multipart form data"): a quote or a line break
    /// in a name cannot end it, and text outside ASCII is sent as UTF-8.
    static func disposition(_ kind: String, name: String?, fileName: String?) -> (name: String, value: String) {
        var value = kind
        if let name { value += "; name=\"\(escape(name))\"" }
        if let fileName { value += "; filename=\"\(escape(fileName))\"" }
        return ("Content-Disposition", value)
    }

    private static func escape(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": text += "%22"
            case "\r": text += "%0D"
            case "\n": text += "%0A"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: text += "_"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
