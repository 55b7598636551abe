extension Payload {
    /// Whether some of it may be XML.
    public var isXML: Bool {
        xml != nil || parts.contains { $0.xml != nil }
    }
}

extension PartDecl {
    /// The member of a body whose part it is: `.profile`, or nothing where the body is a list; nil where no member has its key.
    public func member(of body: TypeRef, in types: [TypeID: TypeDecl]) -> (path: String, type: TypeRef)? {
        if case .array = body { return key == "*" ? ("", body) : nil }
        guard case .named(let id) = body else { return nil }
        switch types[id] {
        case .alias(let decl): return member(of: decl.target, in: types)
        case .structure(let decl):
            guard let property = decl.properties.first(where: { $0.key == key }) else { return nil }
            return ("." + property.name + (property.presence == .tristate ? ".wrapped" : ""), property.type)
        case .tuple(let decl):
            if key == "*" { return decl.rest.map { (".rest", .array($0)) } }
            guard let place = Int(key), decl.items.indices.contains(place) else { return nil }
            return (".item\(place)", decl.items[place])
        case .enumeration, .union, nil: return nil
        }
    }
}
