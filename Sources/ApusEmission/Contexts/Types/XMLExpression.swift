import ApusModel

/// XML nodes and content in terms of `ApusXML`.
struct XMLExpression {
    private let printer: Printer
    private let scope: Scope

    init(in scope: Scope, _ printer: Printer) {
        self.scope = scope
        self.printer = printer
    }

    /// `.element("pet"), .model(Pet.self)`: the arguments of a body's call.
    func arguments(_ payload: Payload) -> [String] {
        arguments(payload.type, payload.xml ?? XMLNodeDecl(name: "root"))
    }

    func arguments(_ type: TypeRef, _ node: XMLNodeDecl) -> [String] {
        [step(node), content(type, node)]
    }

    /// `coder: XMLCoder(.element("pet"), .model(Pet.self))`
    func coder(_ head: String, _ part: PartDecl.XML, depth: Int) -> String {
        printer.noteXML(.calls)
        return printer.layout.call(
            head + printer.vocabulary["XMLCoder"], arguments(part.type, part.node), depth: depth)
    }

    /// `.attribute("lang", namespace: "http://www.w3.org/XML/1998/namespace", prefix: "xml")`
    private func step(_ node: XMLNodeDecl) -> String {
        switch node.kind {
        case .text: return ".text"
        case .cdata: return ".cdata"
        case .none: return ".none"
        case .element, .attribute:
            var arguments = [SwiftSource.literal(node.name)]
            if let namespace = node.namespace { arguments.append("namespace: " + SwiftSource.literal(namespace)) }
            if node.namespace != nil, let prefix = node.prefix {
                arguments.append("prefix: " + SwiftSource.literal(prefix))
            }
            return "." + node.kind.rawValue + "(" + arguments.joined(separator: ", ") + ")"
        }
    }

    private func content(_ type: TypeRef, _ node: XMLNodeDecl) -> String {
        if let inner = node.inner.first { return ".node(" + step(inner) + ", " + content(type, inner) + ")" }
        switch type {
        case .optional(let wrapped), .tristate(let wrapped), .indirect(let wrapped): return content(wrapped, node)
        case .scalar(let scalar), .numberOrText(let scalar): return self.scalar(scalar)
        case .quoted: return ".token"
        case .array(let element):
            let item = node.items.first ?? XMLNodeDecl(name: "item")
            return ".list(" + step(item) + ", " + content(element, item) + ")"
        case .dictionary(let value): return ".map(" + content(value, XMLNodeDecl(name: "item")) + ")"
        case .json: return ".any"
        case .external: return ".text"
        case .named(let id): return content(printer.types[id], id, node)
        }
    }

    private func content(_ decl: TypeDecl?, _ id: TypeID, _ node: XMLNodeDecl) -> String {
        switch decl {
        case .structure, .union, .tuple: ".model(" + printer.name(of: id, in: scope) + ".self)"
        case .alias(let decl): content(decl.target, node)
        case .enumeration(let decl) where decl.rawType == .scalar(.string) || decl.rawType == .json: ".token"
        case .enumeration(let decl): content(decl.rawType, node)
        case nil: ".any"
        }
    }

    private func scalar(_ scalar: ScalarType) -> String {
        switch scalar {
        case .string, .url, .secretString: ".text"
        case .date, .calendarDate, .uuid, .null: ".token"
        case .bool: ".boolean"
        case .data, .file: ".base64"
        case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .double, .float, .decimal:
            ".number"
        }
    }
}

// The lines of a model's `describe`.
extension XMLExpression {
    /// `xml.required("id", .attribute("id"), .number)`
    func lines(_ decl: StructDecl) -> [String] {
        let members = decl.properties.map { property in
            let node = property.xml ?? XMLNodeDecl(name: property.key)
            let verb =
                switch property.presence {
                case .required: "required"
                case .nullable, .explicit: "nullable"
                case .optional, .tristate: "optional"
                }
            return call(verb, [SwiftSource.literal(property.key), step(node), content(property.type, node)])
        }
        let additional = decl.additional.map { call("additional", [content($0, XMLNodeDecl(name: "item"))]) }
        return members + (additional.map { [$0] } ?? [])
    }

    /// `xml.alternative(["cat"], .element("cat"), .model(Cat.self))`
    func lines(_ decl: UnionDecl) -> [String] {
        let isDiscriminated = decl.cases.allSatisfy { !$0.discriminatorValues.isEmpty }
        let fallback = decl.defaultCase.map { ["otherwise: \($0.position)"] } ?? []
        let head = (isDiscriminated ? decl.discriminator : nil).map { key in
            [call("discriminator", [SwiftSource.literal(key)] + fallback)]
        }
        let cases = decl.cases.map { one in
            let node = one.xml ?? XMLNodeDecl(kind: .none, name: "")
            let values = one.discriminatorValues.isEmpty ? [] : [SwiftSource.list(one.discriminatorValues)]
            return call("alternative", values + [step(node), content(one.type, node)])
        }
        return (head ?? []) + cases
    }

    func lines(_ decl: TupleDecl) -> [String] {
        let items = decl.items.enumerated().map { index, type in
            let node = index < decl.xml.count ? decl.xml[index] : XMLNodeDecl(name: "item")
            return call("item", [step(node), content(type, node)])
        }
        let rest = decl.rest.map { type in
            let node = decl.restXML ?? XMLNodeDecl(name: "item")
            return call("rest", [step(node), content(type, node)])
        }
        return items + (rest.map { [$0] } ?? [])
    }

    private func call(_ verb: String, _ arguments: [String]) -> String {
        scope.layout.call("xml." + verb, arguments, depth: 1)
    }
}
