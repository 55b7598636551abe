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
        case .stringConstants(let values): ".constants(" + SwiftText.list(values) + ")"
        case .integer: ".integer"
        case .number: ".number"
        case .boolean: ".boolean"
        case .null: ".null"
        case .array: ".array"
        case .any: ".any"
        case .object(let required, let known, let constants): object(required, known, constants, layout, printer)
        }
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
        let single = constants.filter { $0.values.count == 1 }
        if !single.isEmpty {
            let pairs = single.map { SwiftText.literal($0.key) + ": " + $0.values.map(printer.literal).joined() }
            arguments.append("constants: [" + pairs.joined(separator: ", ") + "]")
        }
        return layout.call(".object", arguments, reserve: 1, depth: 2)
    }
}
