import ApusModel

/// A server's address as Swift.
enum ServerWords {
    /// `"https://api.pets.test"`, or a template with its variables, whose values are Swift expressions.
    ///
    /// - Parameter hasBase: Whether a relative address is completed here by `base`; the runtime does it for those of operations.
    static func url(
        _ server: ServerDecl, values: [String], hasBase: Bool = true, _ printer: Printer, _ layout: Layout? = nil,
        depth: Int = 0
    ) -> String {
        let url = SwiftText.literal(server.url)
        if hasBase, isRelative(server) { return resolved(server, url, values, name: printer.vocabulary["ServerURL"]) }
        if server.variables.isEmpty { return url }
        let pairs = zip(server.variables, values).map { SwiftText.literal($0.key) + ": " + $1 }
        let name = printer.vocabulary["ServerURL"]
        let arguments = ["template: " + url, "variables: [" + pairs.joined(separator: ", ") + "]"]
        // It stands behind `url: ` and before a parenthesis.
        return layout?.call(name, arguments, reserve: 6, depth: depth)
            ?? name + "(" + arguments.joined(separator: ", ") + ")"
    }

    /// Whether an address needs a base: it names no scheme, not even by a variable.
    static func isRelative(_ server: ServerDecl) -> Bool {
        !server.url.contains("://") && !server.url.hasPrefix("{")
    }

    /// `ServerURL(relative: "/api/v1", base: ServerURL(base))`, with the variables filled in before.
    private static func resolved(_ server: ServerDecl, _ url: String, _ values: [String], name: String) -> String {
        var relative = url
        if !server.variables.isEmpty {
            let pairs = zip(server.variables, values).map { SwiftText.literal($0.key) + ": " + $1 }
            relative = name + "(template: " + url + ", variables: [" + pairs.joined(separator: ", ") + "]).text"
        }
        return name + "(relative: " + relative + ", base: " + name + "(base))"
    }

    /// A variable's default as text: it is one in the document, whatever its enum.
    static func text(of value: LiteralValue) -> String {
        switch value {
        case .string(let text), .integer(let text), .double(let text), .enumCase(let text): SwiftText.literal(text)
        case .bool(let flag): flag ? "\"true\"" : "\"false\""
        case .null, .emptyArray, .emptyDictionary, .array, .object, .json: "\"\""
        }
    }
}
