extension SourceNode {
    /// The value as a YAML 1.2 document in block style, with a final line break. Aliases are written out, comments are not kept.
    public var yaml: String {
        guard hasParts else { return scalarText(indentation: "") + "\n" }
        var text = ""
        writeBlock(into: &text, indentation: "")
        return text
    }

    /// The members of a mapping or the elements of a sequence, each on lines of its own.
    private func writeBlock(into text: inout String, indentation: String) {
        switch content {
        case .mapping(let mapping):
            for entry in mapping.entries {
                text += indentation + YAMLScalar.inline(entry.key) + ":"
                entry.value.writeValue(into: &text, indentation: indentation)
            }
        case .sequence(let items):
            for item in items {
                text += indentation + "-"
                item.writeValue(into: &text, indentation: indentation)
            }
        case .null, .boolean, .number, .string: text += scalarText(indentation: indentation) + "\n"
        }
    }

    /// The text after `key:` or `-`, with the line break at its end.
    private func writeValue(into text: inout String, indentation: String) {
        guard hasParts else {
            text += " " + scalarText(indentation: indentation + "  ") + "\n"
            return
        }
        text += "\n"
        writeBlock(into: &text, indentation: indentation + "  ")
    }

    private var hasParts: Bool {
        sequence?.isEmpty == false || mapping?.entries.isEmpty == false
    }

    private func scalarText(indentation: String) -> String {
        switch content {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): YAMLScalar.block(text, indentation: indentation) ?? YAMLScalar.inline(text)
        case .sequence: "[]"
        case .mapping: "{}"
        }
    }
}
