import ApusModel

extension OperationParts {
    /// The type of each argument for code outside the builder: `ListPets.Order?` for `Order?`.
    static func outerTypes(_ operation: OperationDecl, _ printer: Printer) -> [String: String] {
        var types: [String: String] = [:]
        let name = printer.name(of: operation.typeName, in: .outside)
        for parameter in operation.parameters {
            types[parameter.name] = printer.type(parameter.declaredType, in: .outside)
        }
        if let body = operation.body {
            let single = body.isUniform ? body.alternatives.first : nil
            let type =
                single.map { PayloadExpression($0, in: .outside, printer).sentType }
                ?? name + "." + body.typeName
            types[body.name] = optional(type, unless: body.isRequired)
            if case .listed = body.choice { types[body.choiceName] = name + "." + body.typeName }
        }
        return types
    }

    private static func optional(_ type: String, unless isRequired: Bool) -> String {
        isRequired || type.last == "?" ? type : type + "?"
    }
}
