import ApusModel

/// The handling of a media type: one table, in which the first match wins.
enum ContentTypes {
    struct Rule {
        let coding: Payload.Coding
        /// The case name in an enum over several.
        let name: String
        let matches: @Sendable (_ type: String) -> Bool
    }

    static func rule(for contentType: String) -> Rule {
        let type = essence(of: contentType)
        return rules.first { $0.matches(type) } ?? other
    }

    /// Without parameters, in lower case: `Application/JSON; charset=utf-8` → `application/json`.
    static func essence(of contentType: String) -> String {
        if contentType.utf8.allSatisfy(isEssential) { return contentType }
        let head = contentType.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        return head.filter { !$0.isWhitespace }.lowercased()
    }

    private static func isEssential(_ byte: UInt8) -> Bool {
        (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: ";") && !(0x41...0x5A).contains(byte)
    }

    /// `application/vnd.pets+json; v=2` → `vnd.pets+json`
    static func subtype(of contentType: String) -> String {
        essence(of: contentType).split(separator: "/").last.map(String.init) ?? ""
    }

    /// `*/*`, `image/*` and `application/*+json` are ranges (RFC 9110, 12.5.1); an empty key matches everything as
    /// well.
    static func isRange(_ contentType: String) -> Bool {
        let type = essence(of: contentType)
        return type.isEmpty || type.contains("*")
    }

    /// Ranges that include JSON, bytes, and text: the schema decides between them.
    static func leavesFormatOpen(_ contentType: String) -> Bool {
        ["", "*/*", "*", "application/*"].contains(essence(of: contentType))
    }

    private static let rules: [Rule] = [
        Rule(coding: .jsonLines, name: "jsonLines") {
            ["application/jsonl", "application/x-ndjson", "application/ndjson"].contains($0)
        },
        Rule(coding: .jsonSequence, name: "jsonSequence") { $0 == "application/json-seq" || $0.hasSuffix("+json-seq") },
        Rule(coding: .serverSentEvents, name: "events") { $0 == "text/event-stream" },
        Rule(coding: .json, name: "json") {
            ["application/json", "text/json", "*/*", "*", "application/*", "", "application/x-json"].contains($0)
                || $0.hasSuffix("+json")
        },
        Rule(coding: .form, name: "form") { $0 == "application/x-www-form-urlencoded" },
        Rule(coding: .multipart, name: "multipart") { $0.hasPrefix("multipart/") },
        Rule(coding: .xml, name: "xml") {
            $0 == "application/xml" || $0 == "text/xml" || $0.hasSuffix("+xml") && !$0.hasPrefix("image/")
        },
        Rule(coding: .text, name: "text") { $0.hasPrefix("text/") || isYAML($0) },
    ]

    private static let other = Rule(coding: .stream, name: "bytes") { _ in true }
}

// Several content types with one Swift type.
extension ContentTypes {
    /// The equivalent names of one format, the usual one first, which is sent. `nil` for a distinct name, such as
    /// `application/merge-patch+json`.
    static func rank(of contentType: String, as coding: Payload.Coding) -> Int? {
        let type = essence(of: contentType)
        return switch coding {
        case .json: plainJSON.firstIndex(of: type)
        case .xml: ["application/xml", "text/xml", "application/*+xml"].firstIndex(of: type)
        default: nil
        }
    }

    private static let plainJSON = [
        "application/json", "text/json", "application/x-json", "text/plain", "application/*+json", "application/*",
        "*/*", "*", "",
    ]

    /// Every JSON text is a YAML document (YAML 1.2.2, section 1.2), so a model can be sent as YAML, but YAML is not
    /// decoded.
    static func isYAML(_ type: String) -> Bool {
        ["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "text/vnd.yaml"].contains(type)
            || type.hasSuffix("+yaml")
    }

    /// Images, archives and similar types, whose content no schema could describe.
    static func isOpaque(_ contentType: String) -> Bool {
        let type = essence(of: contentType)
        return ["image/", "audio/", "video/", "font/", "model/"].contains(where: type.hasPrefix)
            || ["application/octet-stream", "application/pdf", "application/zip", "application/gzip"].contains(type)
    }
}
