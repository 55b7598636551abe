import ApusModel

/// A server's URL in Swift.
enum ServerExpression {
    /// `"https://api.pets.test"`, or a template with its variables, whose values are Swift expressions.
    ///
    /// - Parameter hasBase: Whether ``base(of:)`` resolves a relative URL here; the runtime does it for operations'
    ///   servers.
    static func url(
        _ server: ServerDecl, values: [String], hasBase: Bool = true, _ printer: Printer, _ layout: Layout? = nil,
        depth: Int = 0
    ) -> String {
        let url = SwiftSource.literal(server.url)
        let name = printer.vocabulary["ServerURL"]
        let call = { (arguments: [String], tail: String, reserve: Int, depth: Int) in
            layout?.call(name, arguments, tail, reserve: reserve, depth: depth)
                ?? name + "(" + arguments.joined(separator: ", ") + ")" + tail
        }
        let pairs = zip(server.variables, values).map { SwiftSource.literal($0.key) + ": " + $1 }
        let documented = documentedValues(of: server)
        let template =
            ["template: " + url, "variables: [" + pairs.joined(separator: ", ") + "]"]
            + (documented.isEmpty ? [] : ["documented: [" + documented.joined(separator: ", ") + "]"])
        if hasBase, isRelative(server) {
            // The template follows `relative: ` and precedes a comma.
            let relative = server.variables.isEmpty ? url : call(template, "", 11, depth + 1)
            let base = "base: " + name + "(" + base(of: server) + ")"
            return call(["relative: " + relative, base], "", 6, depth)
        }
        // It follows `url: ` and precedes a parenthesis.
        return server.variables.isEmpty ? url : call(template, "", 6, depth)
    }

    /// The documented values that contain more than a label or segment can: `v2/api`. The runtime refuses such values
    /// from callers.
    private static func documentedValues(of server: ServerDecl) -> [String] {
        let labels = findLabels(in: server.url)
        return server.variables.flatMap { variable in
            labels[variable.key].map { isLabel in variable.documentedValues.filter { holdsDelimiters($0, isLabel) } }
                ?? []
        }.map(SwiftSource.literal)
    }

    /// Dots are delimiters between labels, but not in a path or in a variable that is the whole host or URL.
    private static func holdsDelimiters(_ value: String, _ isLabel: Bool) -> Bool {
        value.isEmpty || value.utf8.contains { "/?#:@\\{}".utf8.contains($0) || isLabel && $0 == UInt8(ascii: ".") }
    }

    /// The variables of a URL, and whether the first occurrence of each is in a label of the host.
    private static func findLabels(in url: String) -> [String: Bool] {
        var labels: [String: Bool] = [:]
        let bytes = Array(url.utf8)
        let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
        let host = min(colon + 3, bytes.count)
        let path = bytes[host...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
        var opening: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "{") { opening = index }
            guard byte == UInt8(ascii: "}"), let start = opening else { continue }
            let name = String(decoding: bytes[start + 1..<index], as: UTF8.self)
            opening = nil
            guard labels[name] == nil else { continue }
            labels[name] = start > 0 && !bytes[..<start].suffix(2).elementsEqual("//".utf8) && start <= path
        }
        return labels
    }

    /// The parameter name for the base of a relative URL: `base`, unless a variable has this name.
    static func base(of server: ServerDecl) -> String {
        var name = "base"
        while server.variables.contains(where: { $0.name == name }) { name += "URL" }
        return name
    }

    /// Whether a URL needs a base: it has no scheme, not even as a variable.
    static func isRelative(_ server: ServerDecl) -> Bool {
        !server.url.contains("://") && !server.url.hasPrefix("{")
    }

    /// A variable's default as text, which it is in the document, whatever its enum.
    static func text(of value: LiteralValue) -> String {
        switch value {
        case .string(let text), .integer(let text), .double(let text), .enumCase(let text): SwiftSource.literal(text)
        case .bool(let flag): flag ? "\"true\"" : "\"false\""
        case .null, .emptyArray, .emptyDictionary, .array, .object, .json: "\"\""
        }
    }
}
