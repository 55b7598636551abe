internal import ApusModel
internal import ApusRuntime
internal import ApusSource

/// The texts of `--help`, from the document. Its words are shown without control characters.
enum CallHelp {
    static func clients(_ names: [String]) -> String {
        ([
            "apus call CLIENT OPERATION [--name VALUE …]", "",
            "Calls an operation from the workspace and the document, without generated code.", "", "Clients:",
        ] + names.map { "  " + VisibleText.of($0) } + [
            "",
            "Before the client: --workspace FILE, --spec DOCUMENT (then without CLIENT), --completion bash|zsh|fish.",
            "`apus call CLIENT` lists operations, `apus call CLIENT OPERATION --help` the options of one.",
        ]).joined(separator: "\n")
    }

    static func operations(of client: DeskClient) -> String {
        let rows = client.model.operations.map { ($0.methodName.filter { $0 != "`" }, $0.doc.summary ?? $0.path) }
        return table(rows)
    }

    static func text(
        of plan: CallPlan, _ client: DeskClient, _ options: CallOptionList, _ surroundings: Surroundings
    ) -> String {
        let operation = plan.operation
        var lines = [operation.httpMethod + " " + VisibleText.of(operation.path)]
        if let summary = operation.doc.summary { lines += paragraph(summary) }
        if operation.deprecation != nil { lines.append("Deprecated.") }
        let own = options.all.map { ("--\($0.name) \(kind(of: $0.type, plan.types))", words(on: $0, client)) }
        if !own.isEmpty { lines += ["", "Options of the operation:", table(own)] }
        if let body = operation.body, body.alternatives.count > 1 {
            lines += [
                "",
                "Content types: " + body.alternatives.map { VisibleText.of($0.contentType) }.joined(separator: ", "),
            ]
        }
        let common = CommonOption.allCases.filter { isUseful($0, plan) }
        lines += [
            "", "Options of every call:",
            table(common.map { ("--" + $0.rawValue + ($0.value.map { " " + $0 } ?? ""), $0.summary) }),
        ]
        let source = CallCredentials(model: client.model, prefix: client.prefix, surroundings: surroundings)
        var variables = source.variables
        variables += client.model.client.parameters.map { parameter in
            (
                client.prefix + OptionName.variable(parameter.name),
                "--\(OptionName.option(parameter.name)) where it is not given"
            )
        }
        if !variables.isEmpty { lines += ["", "Environment:", table(variables.map { ($0.name, $0.summary) })] }
        return lines.joined(separator: "\n")
    }

    private static func isUseful(_ option: CommonOption, _ plan: CallPlan) -> Bool {
        switch option {
        case .body, .contentType: plan.operation.body != nil
        case .all, .limit: plan.paging != nil
        case .whole: plan.operation.result != nil
        default: true
        }
    }

    private static func words(on option: CallOption, _ client: DeskClient) -> String {
        var words = option.isRequired ? "Required. " : ""
        words += option.doc.summary ?? (option.wireName == option.name ? "" : option.wireName)
        if let argument = option.clientArgument {
            words += " Default: the variable \(client.prefix)\(OptionName.variable(argument.name))."
        }
        if case .enumeration(let decl)? = client.types.declaration(of: option.type) {
            let values = decl.cases.prefix(12).compactMap { LiteralJSON.value(of: $0.raw, decl.rawType, client.types) }
            words +=
                " One of " + values.map { $0.string ?? $0.description }.joined(separator: ", ")
                + (decl.cases.count > 12 ? " …" : "") + "."
        }
        return words
    }

    private static func kind(of type: TypeRef, _ types: ValueBuilder) -> String {
        switch types.resolved(type) {
        case .scalar(.string), .scalar(.uuid): "TEXT"
        case .scalar(.bool): "[true|false]"
        case .scalar(.date): "DATE-TIME"
        case .scalar(.calendarDate): "DATE"
        case .scalar(.data): "BASE64"
        case .scalar(.file): "FILE"
        case .scalar(.url): "URL"
        case .scalar(.secretString): "env:NAME|@FILE|@-"
        case .scalar(.null): "null"
        case .scalar, .numberOrText, .quoted: "NUMBER"
        case .array(let element): kind(of: element, types) + " …"
        case .named(let id):
            if case .enumeration? = types.types[id] { "VALUE" } else { "JSON" }
        default: "JSON"
        }
    }

    private static func paragraph(_ text: String) -> [String] {
        text.split(separator: "\n").map { VisibleText.of(String($0)) }
    }

    private static func table(_ rows: [(String, String)]) -> String {
        let width = min(34, rows.map { $0.0.count }.max() ?? 0)
        return rows.map { left, right in
            let left = VisibleText.of(left)
            let gap =
                left.count > width
                ? "\n" + String(repeating: " ", count: width + 4)
                : String(repeating: " ", count: width - left.count + 2)
            let first = right.split(whereSeparator: \.isNewline).joined(separator: " ")
            return ("  " + left + (right.isEmpty ? "" : gap + VisibleText.of(first)))
        }.joined(separator: "\n")
    }
}
