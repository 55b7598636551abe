import ApusJSON

/// A context as JSON: its template, and each of its tags that has a value. What an outer context is given of an inner one is the text
/// that the inner one was printed as.
enum ContextDump {
    static func text<Context: TemplateContext>(_ context: Context, indentation: String) -> String {
        let members = members(of: context, tags: Context.tags, indentation: indentation + "  ")
        return enclose(
            "{", ["\"template\": " + JSONString.quote(Context.template)] + members, "}", indentation: indentation)
    }

    /// - Parameter tags: The tags, as in ``TemplateContext/tags``: `doc`, `cases`, `cases.name`.
    private static func members(of parent: any TemplateValue, tags: [String], indentation: String) -> [String] {
        var seen: Set<String> = []
        return tags.filter { !$0.contains(".") && seen.insert($0).inserted }.compactMap { tag in
            guard let value = parent.child(named: tag) else { return nil }
            let inner = tags.filter { $0.hasPrefix(tag + ".") }.map { String($0.dropFirst(tag.count + 1)) }
            return JSONString.quote(tag) + ": " + describe(value, tags: inner, indentation: indentation)
        }
    }

    private static func describe(_ value: any TemplateValue, tags: [String], indentation: String) -> String {
        switch value {
        case let text as String: JSONString.quote(text)
        case let flag as Bool: flag ? "true" : "false"
        case let elements as [any TemplateValue]:
            enclose(
                "[", elements.map { describe($0, tags: tags, indentation: indentation + "  ") }, "]",
                indentation: indentation)
        default:
            enclose(
                "{", members(of: value, tags: tags, indentation: indentation + "  "), "}", indentation: indentation)
        }
    }

    /// One member or element in each line, two spaces further in; `{}` and `[]` without any.
    static func enclose(_ open: String, _ lines: [String], _ close: String, indentation: String) -> String {
        if lines.isEmpty { return open + close }
        let inner = lines.map { indentation + "  " + $0 }.joined(separator: ",\n")
        return open + "\n" + inner + "\n" + indentation + close
    }
}
