extension ModelDump {
    mutating func write(_ type: TypeDecl) {
        switch type {
        case .structure(let decl): write(decl)
        case .enumeration(let decl): write(decl)
        case .union(let decl): write(decl)
        case .tuple(let decl):
            head("tuple", decl.header)
            inside { dump in
                for (index, item) in decl.items.enumerated() {
                    dump.line("item\(index): \(dump.describe(item))\(index < decl.requiredCount ? "" : "?")")
                }
                for constraint in decl.constraints { dump.line("\"\(constraint.keyword)\":\(constraint.json)") }
                if let rest = decl.rest { dump.line("rest: [\(dump.describe(rest))]") }
            }
        case .alias(let decl):
            line("alias \(decl.header.name) = \(describe(decl.target))" + mark(decl.header.deprecation))
        }
        inside { dump in for nested in type.header.nested { dump.write(nested) } }
    }

    private mutating func head(_ kind: String, _ header: TypeHeader, _ rest: String = "") {
        let usage =
            (header.usage.isSent ? "sent" : "")
            + (header.usage.isReceived ? header.usage.isSent ? "+received" : "received" : "")
        let identity = header.identity.map { $0.key.map { " identified by \"\($0)\"" } ?? " identified" } ?? ""
        let added = (header.conformances + header.attributes).map { " " + $0 }.joined()
        line(
            "\(kind) \(header.name)\(rest)" + identity + added + (usage.isEmpty ? "" : " (\(usage))")
                + mark(header.deprecation))
    }

    private mutating func write(_ decl: StructDecl) {
        head("struct", decl.header)
        inside { dump in
            for property in decl.properties { dump.write(property) }
            for constraint in decl.constraints { dump.line("\"\(constraint.keyword)\":\(constraint.json)") }
            if let additional = decl.additional {
                dump.line("\(decl.additionalName): [String: \(dump.describe(additional))]")
            }
        }
    }

    private mutating func write(_ property: PropertyDecl) {
        var words = "\(property.name) \"\(property.key)\": \(describe(property.declaredType))"
        if property.presence == .nullable || property.presence == .explicit { words += " (null)" }
        if let value = property.defaultValue { words += " = \(describe(value))" }
        if let value = property.constant { words += " == \(describe(value))" }
        if let argument = property.clientArgument { words += " or the client's \(argument.name)" }
        if property.isReadOnly { words += " readOnly" }
        if property.isWriteOnly { words += " writeOnly" }
        if let constraint = property.constraint { words += " " + constraint }
        line(words + mark(property.deprecation))
    }

    private mutating func write(_ decl: EnumDecl) {
        head(decl.isClosed ? "closed enum" : "enum", decl.header, ": " + describe(decl.rawType))
        inside { dump in
            for one in decl.cases { dump.line("\(one.name) = \(dump.describe(one.raw))") }
            if !decl.isClosed, decl.unknownName != "unknown" { dump.line("otherwise \(decl.unknownName)") }
        }
    }

    private mutating func write(_ decl: UnionDecl) {
        head("union", decl.header, decl.discriminator.map { " by \"\($0)\"" } ?? "")
        inside { dump in
            for (id, one) in zip(decl.cases.ids, decl.cases) {
                let values = one.discriminatorValues.map { "\"\($0)\"" }.joined(separator: ", ")
                let choice = decl.discriminator == nil ? dump.describe(one.shape) : values
                dump.line(
                    "\(one.name)(\(dump.describe(one.type))) \(choice)"
                        + (id == decl.defaultCase ? " (default)" : ""))
            }
            if decl.unknownName != "unknown" { dump.line("otherwise \(decl.unknownName)") }
        }
    }

    func mark(_ deprecation: Deprecation?) -> String {
        deprecation == nil ? "" : " deprecated"
    }

    func describe(_ type: TypeRef) -> String {
        switch type {
        case .scalar(let scalar): scalar.rawValue
        case .named(let id): names[id]?.joined(separator: ".") ?? "<\(id.text)>"
        case .array(let inner): "[\(describe(inner))]"
        case .dictionary(let inner): "[String: \(describe(inner))]"
        case .optional(let inner): describe(inner) + "?"
        case .tristate(let inner): "Nullable<\(describe(inner))>"
        case .indirect(let inner): "Indirect<\(describe(inner))>"
        case .numberOrText(let scalar): "\(scalar.rawValue) or its text"
        case .quoted(let scalar): "Quoted<\(scalar.rawValue)>"
        case .json: "JSONValue"
        case .external(let name): name
        }
    }

    func describe(_ value: LiteralValue) -> String {
        SwiftSpelling(names).value(value)
    }
}
