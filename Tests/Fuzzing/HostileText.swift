/// Text that tries to become code, a path, or terminal output. Code contains ``call`` or ``type``, so that it can be
/// detected.
public enum HostileText {
    public enum Kind: String, CaseIterable, Sendable {
        case commentEnds, quotes, backslashes, interpolations, newlines, lineSeparators, bidirectionalControls, keywords
        case operators, controls, loneSurrogates, longTexts, codeEnds, markup, letters, paths
    }

    /// Declared nowhere: as code it does not compile.
    public static let call = "evil_call()"
    /// Declared by the tests: a second declaration does not compile.
    public static let type = "evil_type"

    public static let all: [String] = [""] + Kind.allCases.flatMap(texts)

    public static func texts(of kind: Kind) -> [String] {
        switch kind {
        case .commentEnds: commentEnds
        case .quotes: quotes
        case .backslashes: backslashes
        case .interpolations: interpolations
        case .newlines: newlines
        case .lineSeparators: lineSeparators
        case .bidirectionalControls: bidirectionalControls
        case .keywords: keywords
        case .operators: operators
        case .controls: controls
        case .loneSurrogates: loneSurrogates
        case .longTexts: longTexts
        case .codeEnds: codeEnds
        case .markup: markup
        case .letters: letters
        case .paths: paths
        }
    }

    private static let commentEnds = [
        "*/ \(call) /*", "/* \(call)", "// \(call)", "*/", "/*", "//", "///", "/**/ \(call)", "*\u{2F} \(call)",
        "#if evil", "#endif", "#warning(\"evil\")", "- parameter x: \(call)",
    ]

    private static let quotes = [
        "\"; \(call); \"", "\"\"\"\n\(call)\n\"\"\"", "\"\n\(call)\n\"", "\"#; \(call); #\"", "\"", "'", "`",
        "`\(call)`",
        "``` \n\(call)\n```", "\"\"\"", "\"\"\"#", "\"##\n\(call)", "“\(call)”",
    ]

    private static let backslashes = ["\\", "\\\\", "\\\"; \(call) //", "\\n\(call)", "\\u{0}", "\\#", "\\0", "\\\n"]

    private static let interpolations = [
        "\\(\(call))", "\\\\(\(call))", "\\#(\(call))", "\\##(\(call))", "\\(", "\\(\"\\(\(call))\")", "$(touch evil)",
        "${\(call)}", "%s%n%@", "%{public}@",
    ]

    private static let newlines = [
        "a\n\(call)", "a\r\(call)", "a\r\n\(call)", "\n", "\r", "\n\n\(call)", "a\u{0B}\(call)", "a\u{0C}\(call)",
    ]

    /// Line ends to some, though not to YAML or JSON: next line, line separator, paragraph separator.
    private static let lineSeparators = ["a\u{85}\(call)", "a\u{2028}\(call)", "a\u{2029}\(call)", "\u{2028}"]

    private static let bidirectionalControls = [
        "\u{202E}\(call)\u{202C}", "\u{202A}x", "\u{202B}x", "\u{202D}x", "\u{2066}x\u{2069}", "\u{2067}\(call)",
        "\u{2068}x", "\u{200E}x", "\u{200F}x", "\u{61C}x",
    ]

    private static let keywords = [
        "class", "self", "Self", "init", "Type", "protocol", "default", "true", "nil", "_", "$0", "$dollar", "Any",
        "operator", "inout", "throws", "await", "subscript", "deinit", "import", "some", "where", "macro", "Protocol",
        "String", "Int", "Error", "Result", "Data", "Date", "Optional", "Array", "Never", "Void", "Swift", "Foundation",
        "ApusRuntime", "JSONValue", "Sendable", "Hashable", "Codable", "encode", "decode", "description", "hash",
        "hashValue", "unknown", "allCases", "rawValue", "additionalProperties", "object", "value", "client", "body",
    ]

    private static let operators = [
        "+", "-", "=", "->", "==", "...", "..<", "??", "&", "!", "?", ".", ",", ":", ";", "@", "#", "/", "<", ">", "|",
        "~", "^", "%", "(", ")", "[", "]", "&&", "=>",
    ]

    /// Characters that are invisible, or move the cursor.
    private static let controls = [
        "a\0\(call)", "\0", "\u{1}", "\u{8}", "\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{7F}", "\u{9B}31m", "\u{FEFF}",
        "\u{200B}", "\u{AD}", "\u{E0041}", "\u{FFFE}", " ", "\t",
    ]

    /// See ``TextTree/highSurrogate``.
    private static let loneSurrogates = [
        TextTree.highSurrogate, TextTree.lowSurrogate, "a\(TextTree.lowSurrogate)\(TextTree.highSurrogate)\(call)",
        "\(TextTree.highSurrogate)\"\(call)",
    ]

    private static let longTexts = [
        String(repeating: "long", count: 100), String(repeating: "ü", count: 300), String(repeating: "x", count: 5_000),
        String(repeating: "a b ", count: 500), "a" + String(repeating: "\u{301}", count: 300),
        String(repeating: "\"", count: 400),
        String(repeating: "e\u{301}", count: 300),
    ]

    /// Out of braces, parentheses, declarations.
    private static let codeEnds = [
        "} } struct \(type) {} struct A { func f() {", "\n}\nstruct \(type) {}\nextension Int {",
        ") { \(call) } func f(", "]; \(call); [", "{\(call)}", "{", "}", "{}", "@available(*, unavailable)",
        "<#placeholder#>", "import evil_module",
    ]

    private static let markup = [
        "{{name}}", "{{{\(call)}}}", "{{#cases}}", "{{/cases}}", "{{!", "<script>\(call)</script>", "]]>", "<!--",
        "&amp;",
        "[x](javascript:\(call))",
    ]

    /// Letters that look alike, are composed, or are none.
    private static let letters = [
        "e\u{301}vil", "\u{E9}vil", "\u{212A}elvin", "\u{130}stanbul", "\u{DF}", "\u{1F44D}\u{1F3FD}",
        "\u{1F468}\u{200D}\u{1F469}", "日本語", "ﬁ", "\u{301}", "٣", "1st", "-1", "2.0", "0x10", "NaN", "A\u{30A}", "𝕏",
        "a\u{300}\u{301}\u{302}",
    ]

    /// Away from the folder, or into a device.
    private static let paths = [
        "../evil", "../../../../tmp/evil", "/etc/evil", "C:\\evil", "..\\evil", "CON", "aux", "nul.txt", "COM1", "lpt9",
        "aux.swift", "con.swift", "evil.", "evil ", ".evil", "..", ".", "~", "~/evil", "evil\0.swift", "README",
        "readme", "PETSCLIENT", "Servers", "servers", "Credentials", "Package", "main", "Main", "evil:stream", "-rf",
        "*", "a/b/c", "%2e%2e%2fevil", "\u{FF0E}\u{FF0E}/evil", "\u{E9}", "e\u{301}",
    ]
}
