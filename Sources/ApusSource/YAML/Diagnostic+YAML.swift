extension Diagnostic {
    static func invalidYAML(_ problem: YAMLSyntaxProblem, in bytes: [UInt8], file: SourceFileID) -> Diagnostic {
        let mark = SourceMark(file: file, offset: problem.offset)
        var related: [Related] = []
        if let context = problem.context, let offset = problem.contextOffset, offset != problem.offset {
            related = [Related(mark: SourceMark(file: file, offset: offset), message: context)]
        }
        return invalidYAML(problem.message, at: mark, hint: adviseOnYAML(problem, bytes), related: related)
    }

    private static func invalidYAML(
        _ reason: String, at mark: SourceMark, hint: String?, related: [Related] = []
    ) -> Diagnostic {
        Diagnostic(
            id: "invalid-yaml", severity: .error, message: "cannot read the YAML: \(reason)", mark: mark, hint: hint,
            related: related)
    }

    /// Advice for the most frequent cause of each of libyaml's messages.
    private static func adviseOnYAML(_ problem: YAMLSyntaxProblem, _ bytes: [UInt8]) -> String? {
        let character = problem.offset < bytes.count ? bytes[problem.offset] : 0
        switch problem.message {
        case "found character that cannot start any token":
            return character == 0x09
                ? "indent with spaces; YAML does not allow tabs there"
                : "put the value in quotes; it begins with a character that YAML reserves"
        case "mapping values are not allowed in this context":
            return "put the text in quotes if the colon belongs to it; otherwise check the indentation"
        case "could not find expected ':'": return "every key is followed by a colon and a space"
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            return "check the indentation of this line and of those above it"
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
            return "check commas, brackets and quotes from where the collection starts"
        case "found unexpected end of stream", "found unexpected document indicator":
            return "a quote is opened and not closed"
        case "found unknown escape character":
            return "double the backslash, or use single quotes, where backslashes are plain text"
        default: return nil
        }
    }

    static func unknownAlias(_ name: String, at mark: SourceMark) -> Diagnostic {
        invalidYAML(
            "the alias *\(name) has no anchor &\(name) before it", at: mark,
            hint: "put the value in quotes if it is text that begins with an asterisk")
    }

    static func aliasInsideItself(_ name: String, at mark: SourceMark) -> Diagnostic {
        invalidYAML(
            "the alias *\(name) is inside the value that it names", at: mark,
            hint: "use $ref for schemas that contain themselves")
    }

    static func keyIsCollection(_ node: SourceNode, at mark: SourceMark) -> Diagnostic {
        invalidYAML(
            "\(node.kindName) cannot be a key", at: mark,
            hint: "keys are text; put the key in quotes if it begins with a bracket")
    }

    static func invalidMerge(_ node: SourceNode, at mark: SourceMark) -> Diagnostic {
        invalidYAML(
            "<< merges mappings, but this is \(node.kindName)", at: mark,
            hint: "put << in quotes if it is an ordinary key")
    }

    static func tagMismatch(_ text: String, tag: String, at mark: SourceMark) -> Diagnostic {
        invalidYAML(
            "\"\(text)\" does not fit its tag !!\(tag)", at: mark,
            hint: "remove the tag, or use !!str for text")
    }

    static func tooManyDirectives(at mark: SourceMark) -> Diagnostic {
        invalidYAML(
            "there are more than \(YAMLTextSurvey.directiveLimit) %TAG directives", at: mark,
            hint: "tags of one's own mean nothing in an OpenAPI document; remove the directives")
    }

    static func severalDocuments(at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "several-documents", severity: .warning,
            message: "only the first document of the file is used, another one starts here", mark: mark,
            hint: "put each document in a file of its own")
    }
}
