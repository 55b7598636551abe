import ApusModel

/// The lines of `encode(into:)`: one for each parameter, and the body.
enum EncodingLines {
    static func lines(_ operation: OperationDecl, in scope: Scope, _ printer: Printer) -> [String] {
        var lines = operation.parameters.map { line($0, printer.layout) }
        if let body = operation.body { lines += self.lines(body, in: scope, printer) }
        return lines
    }

    /// `request.query("expand", expand, explode: false)`; the defaults of the location are omitted.
    private static func line(_ parameter: ParameterDecl, _ layout: Layout) -> String {
        let value = MemberwiseInit.reference(parameter.name, beside: "request")
        if parameter.location == .queryString {
            let type = parameter.contentType.flatMap { $0 == "application/x-www-form-urlencoded" ? nil : $0 }
            return layout.call(
                "request.queryString", [value] + (type.map { ["contentType: " + SwiftSource.literal($0)] } ?? []),
                depth: 2)
        }
        let usual = usualStyle(parameter.location)
        let part = parameter.part.map { ["of: " + SwiftSource.literal($0)] } ?? []
        var arguments = [SwiftSource.literal(parameter.key)] + part + [value]
        if parameter.style != usual.style { arguments.append("style: ." + parameter.style) }
        if parameter.explode != usual.explode, parameter.style != "json" {
            arguments.append("explode: \(parameter.explode)")
        }
        if parameter.allowsReserved, parameter.location == .path || parameter.location == .query {
            arguments.append("allowReserved: true")
        }
        if parameter.allowsEmptyValue, parameter.location == .query { arguments.append("allowEmptyValue: true") }
        let verb = parameter.location == .part ? "partHeader" : parameter.location.rawValue
        return layout.call("request." + verb, arguments, depth: 2)
    }

    private static func usualStyle(_ location: ParameterDecl.Location) -> (style: String, explode: Bool) {
        switch location {
        case .path, .header, .part: ("simple", false)
        case .query, .cookie, .queryString: ("form", true)
        }
    }

    private static func lines(_ body: BodyDecl, in scope: Scope, _ printer: Printer) -> [String] {
        let value = MemberwiseInit.reference(body.name, beside: "request")
        let choice = MemberwiseInit.reference(body.choiceName, beside: "request")
        switch body.choice {
        case .text:
            return body.alternatives.prefix(1).map { PayloadExpression($0, in: scope, printer).write(value, choice) }
        case .listed:
            let arms = body.alternatives.map { alternative in
                "case .\(alternative.caseName): "
                    + PayloadExpression(alternative, in: scope, printer).write(value, isRequired: body.isRequired)
            }
            return ["switch " + choice + " {"] + arms + ["}"]
        case nil where body.isUniform:
            return body.alternatives.map {
                PayloadExpression($0, in: scope, printer).write(value, isRequired: body.isRequired)
            }
        case nil: break
        }
        let optional = body.isRequired ? "" : "?"
        let arms = body.alternatives.map { alternative in
            let names = alternative.isRange ? ["content", "contentType"] : ["content"]
            let write = PayloadExpression(alternative, in: scope, printer).write(
                names[0], names.dropFirst().first, isRequired: true)
            let pattern = names.map { "let " + $0 }.joined(separator: ", ")
            return "case .\(alternative.caseName)(\(pattern))\(optional): \(write)"
        }
        return ["switch " + value + " {"] + arms + (body.isRequired ? [] : ["case nil: break"]) + ["}"]
    }
}
