/// A context as JSON: its template, and each of its tags that has a value. An inner context is represented by its
/// printed text.
enum ContextDump {
    static func text<Context: TemplateContext>(_ context: Context, indentation: String) -> String {
        let members = members(of: context, tags: Context.tags, indentation: indentation + "  ")
        return JSONText.enclose(
            "{", ["\"template\": " + JSONText.quote(Context.template)] + members, "}", indentation: indentation)
    }

    /// - Parameter tags: The tags, as in ``TemplateContext/tags``: `doc`, `cases`, `cases.name`.
    private static func members(of parent: any TemplateValue, tags: [String], indentation: String) -> [String] {
        var seen: Set<String> = []
        return tags.filter { !$0.contains(".") && seen.insert($0).inserted }.compactMap { tag in
            guard let value = parent.child(named: tag) else { return nil }
            let inner = tags.filter { $0.hasPrefix(tag + ".") }.map { String($0.dropFirst(tag.count + 1)) }
            return JSONText.quote(tag) + ": " + describe(value, tags: inner, indentation: indentation)
        }
    }

    private static func describe(_ value: any TemplateValue, tags: [String], indentation: String) -> String {
        switch value {
        case let text as String: JSONText.quote(text)
        case let flag as Bool: flag ? "true" : "false"
        case let elements as [any TemplateValue]:
            JSONText.enclose(
                "[", elements.map { describe($0, tags: tags, indentation: indentation + "  ") }, "]",
                indentation: indentation)
        default:
            JSONText.enclose(
                "{", members(of: value, tags: tags, indentation: indentation + "  "), "}", indentation: indentation)
        }
    }
}
