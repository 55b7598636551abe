/// The two parts of a media type or range, in lower case and without parameters.
package struct ContentType: Equatable {
    package let type: Substring
    package let subtype: Substring

    /// nil for an invalid media type, such as a text with characters outside ASCII (RFC 9110, section 8.3.1).
    package init?(_ text: String) {
        var cursor = HeaderCursor(text)
        let essence = cursor.read(before: ";,").asciiLowercased
        guard essence.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let halves = essence.pieces(between: "/", most: 1, omitsEmpty: true)
        guard halves.count == 2 else { return nil }
        type = halves[0].drop { $0 == " " || $0 == "\t" }
        subtype = halves[1].prefix { $0 != " " && $0 != "\t" }
    }

    package static let form = ContentType("application/x-www-form-urlencoded")
    /// The type of server-sent events.
    static let eventStream = ContentType("text/event-stream")

    /// How well a range fits a media type: 0 does not fit; a higher value is a better fit.
    func fit(of other: ContentType) -> Int {
        if self == other { return 4 }
        if type == "*" { return 1 }
        guard type == other.type || isJSON && other.isJSON || isXML && other.isXML else { return 0 }
        if subtype == "*" { return 2 }
        return isJSON && other.isJSON || isXML && other.isXML ? 3 : 0
    }

    /// JSON Lines, and JSON text sequences.
    var isItems: Bool {
        ["jsonl", "ndjson", "x-ndjson", "json-seq"].contains(subtype) || subtype.ends(with: "+json-seq")
    }

    enum Stream { case events, items }

    /// Whether a body of this type cannot be the documented stream: a page, or an error in JSON. JSON items are sent as
    /// `application/json` as well.
    func isNoStream(of kind: Stream) -> Bool {
        isHTML || isXML || kind == .events && isJSON
    }

    package var isJSON: Bool { subtype == "json" || subtype.ends(with: "+json") }
    var isHTML: Bool { self == ContentType("text/html") || self == ContentType("application/xhtml+xml") }
    var isXML: Bool { subtype == "xml" || subtype.ends(with: "+xml") }
}
