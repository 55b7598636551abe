import ApusModel

extension OperationParts {
    /// The type of each argument for code outside the builder: `ListPets.Order?` for `Order?`.
    static func outerTypes(_ operation: OperationDecl, _ printer: Printer) -> [String: String] {
        var types: [String: String] = [:]
        for parameter in operation.parameters {
            types[parameter.name] = printer.type(parameter.declaredType, in: .file)
        }
        if let body = operation.body {
            let single = body.isUniform ? body.alternatives.first : nil
            let type =
                single.map { PayloadExpression($0, in: .file, printer).sentType }
                ?? operation.typeName + "." + body.typeName
            types[body.name] = optional(type, unless: body.isRequired)
            if case .listed = body.choice { types[body.choiceName] = operation.typeName + "." + body.typeName }
        }
        return types
    }

    private static func optional(_ type: String, unless isRequired: Bool) -> String {
        isRequired || type.last == "?" ? type : type + "?"
    }
}
