extension ModelDump {
    func describe(_ shape: UnionShape) -> String {
        switch shape {
        case .text(nil, nil): "string"
        case .text(let least, let most):
            "string of \(least ?? 0)…\(most.map { "\($0)" } ?? "") characters"
        case .dateTime: "date-time"
        case .date: "date"
        case .uuid: "uuid"
        case .constants(let values): "one of " + values.map { describe($0) }.joined(separator: ", ")
        case .likely(let values): "perhaps one of " + values.map { describe($0) }.joined(separator: ", ")
        case .integer(.int): "integer"
        case .integer(let type): "integer of \(type.rawValue)"
        case .number: "number"
        case .boolean: "boolean"
        case .null: "null"
        case .optional(let inner): describe(inner) + " or null"
        case .oneOf(let shapes): "(" + shapes.map { describe($0) }.joined(separator: " | ") + ")"
        case .array(of: nil): "array"
        case .array(let element?): "array of " + describe(element)
        case .tuple(let items, let required, let rest):
            "tuple of " + items.map { describe($0) }.joined(separator: ", ") + " (at least \(required))"
                + (rest.map { " and " + describe($0) } ?? "")
        case .any: "anything"
        case .object(let shape): describe(shape)
        }
    }

    private func describe(_ shape: ObjectShape) -> String {
        var words = "object with \(shape.required.joined(separator: ", ")) of \(shape.known.joined(separator: ", "))"
        for constant in shape.constants {
            words += " \(constant.key) == " + constant.values.map { describe($0) }.joined(separator: "|")
        }
        for member in shape.members { words += " \(member.key): " + describe(member.shape) }
        if let values = shape.values { words += " *: " + describe(values) }
        return words
    }
}
