import ApusModel

/// The runtime's `UnionAlternative` for each case of a union.
struct UnionShapes {
    private let layout: Layout
    private let printer: Printer

    static func list(_ shapes: [UnionShape], _ layout: Layout, _ printer: Printer) -> String {
        let words = UnionShapes(layout: layout, printer: printer)
        return layout.array(
            "static let alternatives: [" + printer.vocabulary["UnionAlternative"] + "] = ",
            shapes.map { words.alternative($0, depth: 2) }, depth: 1)
    }

    /// - Parameter depth: The indentation of the line in which it begins.
    private func alternative(_ shape: UnionShape, depth: Int) -> String {
        switch shape {
        case .text(nil, nil): ".string"
        case .text(let least, let most): text(least, most)
        case .dateTime: ".dateTime"
        case .date: ".date"
        case .uuid: ".uuid"
        case .constants(let values): layout.array(".constants(", values.map(printer.literal), depth: depth + 1) + ")"
        case .likely(let values): layout.array(".likely(", values.map(printer.literal), depth: depth + 1) + ")"
        case .integer(let type): "." + (Self.integers[type] ?? "integer")
        case .number: ".number"
        case .boolean: ".boolean"
        case .null: ".null"
        case .optional(let inner): ".optional(" + alternative(inner, depth: depth) + ")"
        case .oneOf(let shapes): list(".oneOf(", shapes, depth: depth) + ")"
        case .array(of: nil), .array(of: .any): ".array"
        case .array(let element?): ".array(of: " + alternative(element, depth: depth) + ")"
        case .tuple(let items, let required, let rest): tuple(items, required, rest, depth: depth)
        case .any: ".any"
        case .object(let shape): object(shape, depth: depth)
        }
    }

    private static let integers: [ScalarType: String] = [
        .int8: "int8", .int16: "int16", .int32: "int32", .int64: "int64", .uint: "uint", .uint8: "uint8",
        .uint16: "uint16", .uint32: "uint32", .uint64: "uint64",
    ]

    private func text(_ least: Int?, _ most: Int?) -> String {
        let limits = [least.map { "minLength: \($0)" }, most.map { "maxLength: \($0)" }].compactMap { $0 }
        return ".string(" + limits.joined(separator: ", ") + ")"
    }

    private func list(_ head: String, _ shapes: [UnionShape], depth: Int) -> String {
        layout.array(head, shapes.map { alternative($0, depth: depth + 1) }, depth: depth)
    }

    private func tuple(_ items: [UnionShape], _ required: Int, _ rest: UnionShape?, depth: Int) -> String {
        var arguments = [list("items: ", items, depth: depth + 1), "required: \(required)"]
        if let rest { arguments.append("rest: " + alternative(rest, depth: depth + 1)) }
        return layout.call(".tuple", arguments, reserve: 1, depth: depth)
    }

    private func list(_ values: [LiteralValue]) -> String {
        "[" + values.map(printer.literal).joined(separator: ", ") + "]"
    }

    private func object(_ shape: ObjectShape, depth: Int) -> String {
        func list(_ head: String, _ keys: [String]) -> String {
            layout.array(head, keys.map(SwiftSource.literal), depth: depth + 1)
        }
        var arguments: [String] = []
        if !shape.required.isEmpty { arguments.append(list("required: ", shape.required)) }
        if !shape.known.isEmpty { arguments.append(list("known: ", shape.known)) }
        if !shape.constants.isEmpty {
            let pairs = shape.constants.map { constant in
                let single = constant.values.count == 1 ? constant.values.first : nil
                return SwiftSource.literal(constant.key) + ": "
                    + (single.map(printer.literal) ?? self.list(constant.values))
            }
            arguments.append(layout.array("constants: ", pairs, depth: depth + 1))
        }
        if !shape.members.isEmpty {
            let pairs = shape.members.map { member in
                SwiftSource.literal(member.key) + ": " + alternative(member.shape, depth: depth + 2)
            }
            arguments.append(layout.array("members: ", pairs, depth: depth + 1))
        }
        if let values = shape.values { arguments.append("values: " + alternative(values, depth: depth + 1)) }
        return layout.call(".object", arguments, reserve: 1, depth: depth)
    }
}
