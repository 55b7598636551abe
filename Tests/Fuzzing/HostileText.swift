/// Text that wants to be code, a path, or a mess on a terminal. What would be code says ``call`` or ``type``, so that it can be told.
public enum HostileText {
    /// Declared nowhere: as code it does not compile.
    public static let call = "evil_call()"
    /// Declared by the tests: a second declaration does not compile.
    public static let type = "evil_type"

    public static let all: [String] = endings + separators + words + names + paths

    /// Out of comments, literals, interpolations, parentheses.
    private static let endings = [
        "*/ \(call) /*", "/* \(call)", "// \(call)", "\"; \(call); \"", "\"\"\"\n\(call)\n\"\"\"", "\"\n\(call)\n\"",
        "\\(\(call))", "\\\\(\(call))", "\\", "\\\"; \(call) //", "\\#(\(call))", "\"#; \(call); #\"", "`\(call)`",
        "``` \n\(call)\n```", "} } struct \(type) {} struct A { func f() {", "\n}\nstruct \(type) {}\nextension Int {",
        ") { \(call) } func f(", "{{name}}", "{{{\(call)}}}", "{{#cases}}", "<script>\(call)</script>", "]; \(call); [",
        "{\(call)}", "{", "}", "{}", "$(touch evil)", "%s%n%@", "#if evil", "#endif", "#warning(\"evil\")",
        "@available(*, unavailable)", "<#placeholder#>", "import evil_module", "- parameter x: \(call)",
    ]

    /// Whatever somebody may take for the end of a line, and what cannot be seen.
    private static let separators = [
        "a\n\(call)", "a\r\(call)", "a\r\n\(call)", "a\u{85}\(call)", "a\u{2028}\(call)", "a\u{2029}\(call)",
        "a\u{0B}\(call)", "a\u{0C}\(call)", "a\0\(call)", "\u{1B}[31mred", "\u{202E}\(call)\u{202C}",
        "\u{2066}x\u{2069}",
        "\u{FEFF}", "\u{200B}", "\u{AD}", "\u{E0041}", "\u{FFFE}", "\u{7F}", "\u{9B}31m", "\n", "\r", " ", "\t",
    ]

    /// Words that mean something to Swift.
    private static let words = [
        "", "class", "self", "Self", "init", "Type", "protocol", "default", "true", "nil", "_", "$0", "$dollar", "Any",
        "operator", "inout", "throws", "await", "subscript", "deinit", "import", "some", "where", "macro", "Protocol",
        "String", "Int", "Error", "Result", "Data", "Date", "Optional", "Array", "Never", "Void", "Swift", "Foundation",
        "ApusRuntime", "JSONValue", "Sendable", "Hashable", "Codable", "encode", "decode", "description", "hash",
        "hashValue", "unknown", "allCases", "rawValue", "additionalProperties", "object", "value", "client", "body",
        "+", "-", "=", "->", "==", "...", "..<", "??", "&", "!", "?", ".", ",", ":", ";", "@", "#", "\"", "'", "`", "/",
    ]

    /// Letters that look alike, are composed, or are none.
    private static let names = [
        "e\u{301}vil", "\u{E9}vil", "\u{212A}elvin", "\u{130}stanbul", "\u{DF}", "\u{1F44D}\u{1F3FD}",
        "\u{1F468}\u{200D}\u{1F469}", "日本語", "ﬁ", "\u{301}", "٣", "1st", "-1", "2.0", "0x10", "NaN", "A\u{30A}",
        String(repeating: "long", count: 100), String(repeating: "ü", count: 300), "𝕏", "a\u{300}\u{301}\u{302}",
    ]

    /// Away from the folder, or into a device.
    private static let paths = [
        "../evil", "../../../../tmp/evil", "/etc/evil", "C:\\evil", "..\\evil", "CON", "aux", "nul.txt", "COM1", "lpt9",
        "evil.", "evil ", ".evil", "..", ".", "~", "~/evil", "evil\0.swift", "README", "readme", "PETSCLIENT",
        "Servers",
        "servers", "Credentials", "Package", "main", "Main", "evil:stream", "-rf", "*", "a/b/c", "con.swift",
    ]
}
