import ApusModel
import ApusSource
import ApusSpec

/// `oneOf`, `anyOf` and `type: [a, b]`: an enum with a case for each alternative, unless they reduce to one type.
extension Lowerer {
    func lowerUnion(_ schema: Schema, at site: Site) -> TypeRef {
        switch planUnion(schema) {
        case .anything: return .json
        case .single(let only): return lower(only, at: site)
        case .alternatives(let alternatives): return lowerAlternatives(alternatives, of: schema, at: site)
        }
    }

    func lowerSeveralTypes(_ schema: Schema, at site: Site) -> TypeRef {
        lowerAlternatives(splitTypes(of: schema), of: schema, at: site)
    }

    /// An alternative for each type of a schema with several types.
    func splitTypes(of schema: Schema) -> [Schema] {
        schema.types.map { type in
            var parts = SchemaParts(copying: schema)
            parts.types = [type]
            parts.isNullable = false
            // Annotations belong to the union.
            (parts.title, parts.summary, parts.documentation) = (nil, nil, nil)
            (parts.examples, parts.externalDocs, parts.defaultValue) = ([], nil, nil)
            parts.limits = schema.limits.about(type)
            parts.id = SchemaID(file: schema.id.file, pointer: schema.id.pointer + "&" + type.rawValue)
            return Schema(parts)
        }
    }

    /// Kubernetes' extension for either type, whatever `type` is.
    func lowerIntegerOrString(_ schema: Schema, at site: Site) -> TypeRef {
        var parts = SchemaParts(copying: schema)
        parts.types = [.integer, .string]
        parts.format = nil
        return lowerSeveralTypes(Schema(parts), at: site)
    }

    private func lowerAlternatives(_ alternatives: [Schema], of schema: Schema, at site: Site) -> TypeRef {
        let outer = running.updateValue(site.id, forKey: schema.id)
        defer { running[schema.id] = outer }
        let (cases, nested) = collectNested {
            // With a discriminator, nested values need not be examined.
            let shapes = tellApart(alternatives, levels: schema.discriminator == nil ? Lowerer.shapeLevels : 0)
            let words = UnionNames.findTellingWords(of: shapes)
            return zip(alternatives, shapes).enumerated().map { place, pair in
                var one = lowerAlternative(pair.0, shape: pair.1, telling: words[place], at: place, site: site)
                one.xml = lowerXML(ofCase: pair.0, in: schema)
                return one
            }
        }
        if let only = findCommonType(of: cases), schema.discriminator == nil, nested.isEmpty { return only }
        var decl = UnionDecl(
            header: makeHeader(for: schema, at: site, nested: nested), cases: removeRepetitions(in: cases))
        decl.isInclusive = schema.discriminator == nil && schema.oneOfOnlyDemands
        if let discriminator = schema.discriminator {
            apply(discriminator, of: schema, to: &decl, alternatives: alternatives)
        }
        return declare(.union(decl), at: site)
    }

    private func lowerAlternative(
        _ alternative: Schema, shape: UnionShape, telling: UnionNames.TellingWord?, at place: Int, site: Site
    ) -> UnionDecl.Case {
        let derived = UnionNames(given: alternativeNames, topLevel: topLevelNames, places: placeNames).hint(
            for: alternative, shape: shape, telling: telling)
        let component = alternative.reference.flatMap { index.names[$0] }
        let renamed = settings.name(of: site.path + "." + (component ?? "\(place)"))
        let hint = renamed ?? derived
        // A null alternative, and the null of one, belong to the union.
        let lowered = lower(alternative, at: site.child("\(place)", name: hint))
        // Among alternatives, an object is distinguished from other types.
        let type = lowered == .json && merge(document.resolve(alternative)).isFreeObject ? .dictionary(.json) : lowered
        let names = UnionNames(given: alternativeNames, topLevel: topLevelNames, places: placeNames)
        let name =
            renamed ?? NamingExtensions.name(.member, in: alternative.extensions) ?? names.name(for: type, hint: hint)
        return UnionDecl.Case(name: name, type: type, shape: shape, doc: makeDoc(for: alternative))
    }

    /// `[{type: string, format: email}, {type: string, format: uri}]` is a string.
    private func findCommonType(of cases: [UnionDecl.Case]) -> TypeRef? {
        guard let first = cases.first?.type, cases.allSatisfy({ $0.type == first }) else { return nil }
        return first
    }

    /// Of alternatives with the same type, one case remains, for all values that fit any of them.
    private func removeRepetitions(in cases: [UnionDecl.Case]) -> [UnionDecl.Case] {
        var places: [TypeRef: Int] = [:]
        var result: [UnionDecl.Case] = []
        var shapes: [[UnionShape]] = []
        for one in cases {
            if let place = places[one.type] {
                shapes[place].append(one.shape)
            } else {
                places[one.type] = result.count
                result.append(one)
                shapes.append([one.shape])
            }
        }
        for place in result.indices { result[place].shape = UnionShape.join(shapes[place]) }
        return result
    }
}
