import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// `oneOf`, `anyOf` and `type: [a, b]`: an enum with a case for each alternative, unless they reduce to one type.
extension Lowerer {
    func lowerUnion(_ schema: FlatSchema, at site: Site) -> TypeRef {
        switch schemas.planUnion(schema) {
        case .anything: return .json
        case .single(let only): return lower(only, at: site)
        case .enumeration(let joined): return lowerEnum(joined, at: site)
        case .alternatives(let alternatives): return lowerAlternatives(alternatives, of: schema, at: site)
        }
    }

    func lowerSeveralTypes(_ schema: FlatSchema, at site: Site) -> TypeRef {
        lowerAlternatives(schemas.splitTypes(of: schema).map { UnionAlternative($0.keywords) }, of: schema, at: site)
    }

    private func lowerAlternatives(_ alternatives: [UnionAlternative], of schema: FlatSchema, at site: Site) -> TypeRef
    {
        let outer = running.updateValue(site.id, forKey: schema.id)
        defer { running[schema.id] = outer }
        let (cases, nested) = collectNested {
            // With a discriminator, nested values need not be examined.
            let shapes = tellApart(
                alternatives.map(\.schema), levels: schema.discriminator == nil ? Lowerer.shapeLevels : 0)
            let words = UnionNames.findDistinctions(of: shapes)
            return zip(alternatives, shapes).enumerated().map { index, pair in
                var one = lowerAlternative(pair.0, shape: pair.1, telling: words[index], at: index, site: site)
                one.xml = xml.node(ofCase: pair.0.schema, in: schema)
                return one
            }
        }
        if let only = findCommonType(of: cases), schema.discriminator == nil, nested.isEmpty { return only }
        var decl = UnionDecl(
            header: makeHeader(for: schema.keywords, at: site, nested: nested), cases: removeRepetitions(in: cases))
        decl.isInclusive = schema.discriminator == nil && schema.oneOfOnlyDemands
        if let discriminator = schema.discriminator {
            apply(discriminator, of: schema, to: &decl, alternatives: alternatives)
        }
        return declare(.union(decl), at: site)
    }

    private func lowerAlternative(
        _ listed: UnionAlternative, shape: UnionShape, telling: UnionNames.Distinction?, at index: Int, site: Site
    ) -> UnionDecl.Case {
        let alternative = listed.schema
        let derived = UnionNames(topLevel: topLevel.names, locationNames: locationNames).hint(
            for: listed, shape: shape, telling: telling)
        let component = alternative.reference.flatMap { schemas.names[$0] }
        let renamed = settings.name(of: site.path + "." + (component ?? "\(index)"))
        let hint = renamed ?? derived
        // A null alternative, and the null of one, belong to the union.
        let lowered = lower(alternative, at: site.child("\(index)", name: hint))
        // Among alternatives, an object is distinguished from other types.
        let type = lowered == .json && schemas.flatten(alternative).isFreeObject ? .dictionary(.json) : lowered
        let names = UnionNames(topLevel: topLevel.names, locationNames: locationNames)
        let name =
            renamed ?? NamingExtensions.name(.member, in: alternative.extensions) ?? names.name(for: type, hint: hint)
        return UnionDecl.Case(name: name, type: type, shape: shape, doc: makeDoc(for: alternative))
    }

    /// `[{type: string, format: email}, {type: string, format: uri}]` is a string.
    private func findCommonType(of cases: [UnionDecl.Case]) -> TypeRef? {
        guard let first = cases.first?.type, cases.allSatisfy({ $0.type == first }) else { return nil }
        return first
    }

    /// One case replaces all alternatives with the same type, for the values that fit any of them.
    private func removeRepetitions(in cases: [UnionDecl.Case]) -> [UnionDecl.Case] {
        var indices: [TypeRef: Int] = [:]
        var result: [UnionDecl.Case] = []
        var shapes: [[UnionShape]] = []
        for one in cases {
            if let index = indices[one.type] {
                shapes[index].append(one.shape)
            } else {
                indices[one.type] = result.count
                result.append(one)
                shapes.append([one.shape])
            }
        }
        for index in result.indices { result[index].shape = UnionShape.join(shapes[index]) }
        return result
    }
}
