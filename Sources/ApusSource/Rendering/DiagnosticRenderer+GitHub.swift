extension DiagnosticRenderer {
    /// A workflow command of GitHub Actions for each finding, which shows it beside its line in a review:
    ///
    ///     ::warning file=api/openapi.yaml,line=3,col=5,title=duplicate-key::the key "name" is written twice in this mapping
    public func github(_ all: [Diagnostic]) -> String {
        all.map { command($0) + "\n" }.joined()
    }

    private func command(_ diagnostic: Diagnostic) -> String {
        let level =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        var properties: [(String, String)] = []
        if let mark = diagnostic.mark {
            let position = files.position(of: mark)
            properties = [
                ("file", files.path(of: mark.file)), ("line", String(position.line)), ("col", String(position.column)),
            ]
        }
        properties.append(("title", diagnostic.id))
        let list = properties.map { $0.0 + "=" + Self.escape(VisibleText.of($0.1), isProperty: true) }.joined(
            separator: ",")
        let hint = diagnostic.hint.map { "\nhelp: " + VisibleText.of($0) } ?? ""
        return "::\(level) \(list)::"
            + Self.escape(VisibleText.of(diagnostic.message) + hint, isProperty: false)
    }

    /// As the toolkit of GitHub Actions does; a document could otherwise write commands.
    private static func escape(_ text: String, isProperty: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where isProperty: escaped += "%3A"
            case "," where isProperty: escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
