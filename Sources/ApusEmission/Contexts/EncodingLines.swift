import ApusModel

/// The lines of `encode(into:)`: one for each parameter, and the body.
enum EncodingLines {
    static func lines(_ operation: OperationDecl, in scope: Scope, _ printer: Printer) -> [String] {
        var lines = operation.parameters.map(line)
        if let body = operation.body { lines += self.lines(body, in: scope, printer) }
        return lines
    }

    /// `request.query("expand", expand, explode: false)`; what is the default of its place is not said.
    private static func line(_ parameter: ParameterDecl) -> String {
        let value = MemberwiseInit.reference(parameter.name, beside: "request")
        if parameter.location == .queryString { return "request.queryString(" + value + ")" }
        let usual = usualStyle(parameter.location)
        var arguments = [SwiftText.literal(parameter.key), value]
        if parameter.style != usual.style { arguments.append("style: ." + parameter.style) }
        if parameter.explode != usual.explode, parameter.style != "json" {
            arguments.append("explode: \(parameter.explode)")
        }
        if parameter.allowsReserved, parameter.location == .path || parameter.location == .query {
            arguments.append("allowReserved: true")
        }
        if parameter.allowsEmptyValue, parameter.location == .query { arguments.append("allowEmptyValue: true") }
        return Layout(offset: 0).call("request." + parameter.location.rawValue, arguments, depth: 2)
    }

    private static func usualStyle(_ location: ParameterDecl.Location) -> (style: String, explode: Bool) {
        switch location {
        case .path, .header: ("simple", false)
        case .query, .cookie, .queryString: ("form", true)
        }
    }

    private static func lines(_ body: BodyDecl, in scope: Scope, _ printer: Printer) -> [String] {
        let value = MemberwiseInit.reference(body.name, beside: "request")
        if body.alternatives.count == 1 {
            return body.alternatives.map { PayloadWords($0, in: scope, printer).write(value) }
        }
        let optional = body.isRequired ? "" : "?"
        let arms = body.alternatives.map { alternative in
            let write = PayloadWords(alternative, in: scope, printer).write("content")
            return "case .\(alternative.caseName)(let content)\(optional): \(write)"
        }
        return ["switch " + value + " {"] + arms + (body.isRequired ? [] : ["case nil: break"]) + ["}"]
    }
}
