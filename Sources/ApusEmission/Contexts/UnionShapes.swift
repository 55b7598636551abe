import ApusModel

/// The runtime's `UnionAlternative` for each case of a union.
enum UnionShapes {
    static func list(_ shapes: [UnionShape], _ layout: Layout, _ printer: Printer) -> String {
        layout.array(
            "static let alternatives: [" + printer.vocabulary["UnionAlternative"] + "] = ",
            shapes.map { alternative($0, layout, printer) }, depth: 1)
    }

    private static func alternative(_ shape: UnionShape, _ layout: Layout, _ printer: Printer) -> String {
        switch shape {
        case .string: ".string"
        case .dateTime: ".dateTime"
        case .date: ".date"
        case .uuid: ".uuid"
        case .constants(let values): layout.array(".constants(", values.map(printer.literal), depth: 3) + ")"
        case .integer: ".integer"
        case .number: ".number"
        case .boolean: ".boolean"
        case .null: ".null"
        case .array(of: nil): ".array"
        case .array(let element?): ".array(of: " + alternative(element, layout, printer) + ")"
        case .any: ".any"
        case .object(let required, let known, let constants): object(required, known, constants, layout, printer)
        }
    }

    private static func list(_ values: [LiteralValue], _ printer: Printer) -> String {
        "[" + values.map(printer.literal).joined(separator: ", ") + "]"
    }

    private static func object(
        _ required: [String], _ known: [String], _ constants: [UnionShape.Constant], _ layout: Layout,
        _ printer: Printer
    ) -> String {
        func list(_ head: String, _ keys: [String]) -> String {
            layout.array(head, keys.map(SwiftText.literal), depth: 3)
        }
        var arguments: [String] = []
        if !required.isEmpty { arguments.append(list("required: ", required)) }
        if !known.isEmpty { arguments.append(list("known: ", known)) }
        if !constants.isEmpty {
            let pairs = constants.map { constant in
                let single = constant.values.count == 1 ? constant.values.first : nil
                return SwiftText.literal(constant.key) + ": "
                    + (single.map(printer.literal) ?? Self.list(constant.values, printer))
            }
            arguments.append(layout.array("constants: ", pairs, depth: 3))
        }
        return layout.call(".object", arguments, reserve: 1, depth: 2)
    }
}
