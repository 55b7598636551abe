import ApusModel

/// What is done with a media type: one table, the first match wins.
enum ContentTypes {
    struct Rule {
        let coding: Payload.Coding
        /// The case in an enum over several.
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

    /// What to send where a pattern is declared: `*/*` and `application/*` mean JSON here.
    static func sendable(_ contentType: String) -> String {
        switch essence(of: contentType) {
        case "*/*", "application/*", "": "application/json"
        case "text/*": "text/plain"
        case let type where type.hasSuffix("/*"): "application/octet-stream"
        default: contentType
        }
    }

    private static let rules: [Rule] = [
        Rule(coding: .jsonLines, name: "jsonLines") {
            ["application/jsonl", "application/x-ndjson", "application/ndjson"].contains($0)
        },
        Rule(coding: .jsonSequence, name: "jsonSequence") { $0 == "application/json-seq" || $0.hasSuffix("+json-seq") },
        Rule(coding: .serverSentEvents, name: "events") { $0 == "text/event-stream" },
        Rule(coding: .json, name: "json") {
            ["application/json", "text/json", "*/*", "application/*", "", "application/x-json"].contains($0)
                || $0.hasSuffix("+json")
        },
        Rule(coding: .form, name: "form") { $0 == "application/x-www-form-urlencoded" },
        Rule(coding: .multipart, name: "multipart") { $0.hasPrefix("multipart/") },
        Rule(coding: .xml, name: "xml") {
            $0 == "application/xml" || $0 == "text/xml" || $0.hasSuffix("+xml") && !$0.hasPrefix("image/")
        },
        Rule(coding: .text, name: "text") {
            $0.hasPrefix("text/") || $0 == "application/yaml" || $0 == "application/x-yaml"
        },
    ]

    private static let other = Rule(coding: .stream, name: "bytes") { _ in true }
}
