import ApusCodec
import ApusModel
import ApusSchemas
import ApusSpec

/// Values of declared types.
extension ExampleMaker {
    func build(_ decl: TypeDecl, _ extent: Extent) -> Sample? {
        switch decl {
        case .alias(let alias): return value(of: alias.target, nil, nil, extent)
        case .enumeration(let decl): return decl.cases.first?.raw.json.map { Sample($0) }
        case .structure(let decl): return build(decl, extent)
        case .union(let decl): return decl.cases.lazy.compactMap { self.build($0, of: decl, extent) }.first
        case .tuple(let decl): return build(decl, extent)
        }
    }

    /// A value of one case, with the value of the discriminator that chooses it.
    func build(_ one: UnionDecl.Case, of decl: UnionDecl, _ extent: Extent) -> Sample? {
        guard let sample = value(of: one.type, nil, nil, extent) else { return nil }
        var json = sample.json
        if let key = decl.discriminator, let name = one.discriminatorValues.first, case .object(var members) = json {
            let own = members[key].map { $0.string ?? $0.description }
            if own.map({ name in one.discriminatorValues.contains { $0.utf8.elementsEqual(name.utf8) } }) != true {
                members[key] = decl.isDiscriminatorText ? .string(name) : try? JSONValue(json: name)
                json = .object(members)
            }
        }
        guard let read = try? reading.read(json, as: .named(decl.header.id)) else { return nil }
        return Sample(read)
    }

    private func build(_ decl: TupleDecl, _ extent: Extent) -> Sample? {
        let flat = schema(of: decl.header.id)
        let constraint = reading.schema(of: .tuple(decl))
        let count = extent == .minimal ? decl.requiredCount : decl.items.count
        var elements: [JSONValue] = []
        for index in 0..<count {
            let prefix = flat?.array.prefixItems ?? []
            let own = constraint?["prefixItems"]?[index]
            guard
                let sample = value(of: decl.items[index], index < prefix.count ? prefix[index] : nil, own, extent.inner)
            else { return nil }
            elements.append(sample.json)
        }
        guard let read = try? reading.read(.array(elements), as: .named(decl.header.id)) else { return nil }
        return Sample(read)
    }

    private func build(_ decl: StructDecl, _ extent: Extent) -> Sample? {
        var draft = StructDraft(decl, reading.schema(of: .structure(decl)))
        let flat = schema(of: decl.header.id)
        let pairs = (flat?.object.properties ?? []).map { (ByteText($0.name), $0.schema) }
        let members = Dictionary(pairs) { first, _ in first }
        let documented = documents(of: decl.header.id).first?.json
        func sample(_ property: PropertyDecl, _ extent: Extent) -> Sample? {
            if let constant = property.constant {
                return reading.constant(constant, of: property.type).map { Sample($0) }
            }
            if let own = documented?[property.key], !own.isNull { return Sample(own) }
            return value(
                of: property.type, members[ByteText(property.key)], draft.constraint(of: property.key), extent)
        }
        for property in decl.properties where property.isNeeded {
            if let sample = sample(property, extent.inner) ?? sample(property, .minimal) {
                draft.add(property.key, sample)
            } else if property.presence != .required {
                draft.add(property.key, Sample(.null))
            } else {
                reasons[decl.header.id] = "its required member \"\(property.key)\" has no value that can be made"
                return nil
            }
        }
        let optional = decl.properties.filter { property in
            !property.isNeeded && !(isResponse(decl.header.id) && omitted.contains(property.key))
        }
        if case .full = extent {
            let base = draft
            for property in optional where draft.bytes < ExampleBudget.standard {
                guard let sample = sample(property, extent.inner) else { continue }
                if draft.bytes + sample.bytes <= ExampleBudget.standard { draft.add(property.key, sample) }
            }
            addFurther(to: &draft, decl, flat, extent)
            if draft.isValid { return draft.sample }
            // Some members exclude each other: each that the value stays valid with.
            draft = complete(base, optional) { sample($0, extent.inner) } ?? base
            for property in optional.prefix(64) where !draft.has(property.key) {
                guard let sample = sample(property, extent.inner),
                    draft.bytes + sample.bytes <= ExampleBudget.standard
                else { continue }
                var next = draft
                next.add(property.key, sample)
                if next.isValid { draft = next }
            }
            return draft.isValid ? draft.sample : nil
        }
        if draft.isValid { return draft.sample }
        if let done = complete(draft, optional, { sample($0, .minimal) }) { return done.sample }
        addFurther(to: &draft, decl, flat, extent)
        if draft.isValid { return draft.sample }
        reasons[decl.header.id] = "no value that can be made for it is valid"
        return nil
    }

    /// A valid value that has some of the optional members as well: one of them, or the first few.
    private func complete(
        _ draft: StructDraft, _ optional: [PropertyDecl], _ sample: (PropertyDecl) -> Sample?
    ) -> StructDraft? {
        if draft.isValid { return draft }
        let samples = optional.prefix(64).map { ($0.key, sample($0)) }
        for (key, sample) in samples {
            guard let sample else { continue }
            var next = draft
            next.add(key, sample)
            if next.isValid { return next }
        }
        var next = draft
        for (key, sample) in samples {
            guard let sample, next.bytes + sample.bytes <= Self.largest else { continue }
            next.add(key, sample)
            if next.isValid { return next }
        }
        return nil
    }

    /// Members without a name in the document, as many as it demands.
    private func addFurther(to draft: inout StructDraft, _ decl: StructDecl, _ flat: FlatSchema?, _ extent: Extent) {
        guard let type = decl.additional, type != .json || draft.lacks > 0 else { return }
        let count = max(draft.lacks, extent == .minimal ? 0 : 1)
        guard count <= 20 else { return }
        for member in makeMembers(count, of: type, flat, draft.constraint, extent.inner) where !draft.has(member.key) {
            var next = draft
            next.add(member.key, Sample(member.value))
            if count == 1, draft.isValid, !next.isValid { continue }
            draft = next
        }
    }
}

/// An object that is being composed of checked members.
private struct StructDraft {
    private(set) var bytes = 2
    let constraint: JSONValue?
    private var members: [ByteText: JSONValue] = [:]
    private var others: [JSONObject.Member] = []
    private let keys: [String]
    private let names: Set<ByteText>

    init(_ decl: StructDecl, _ constraint: JSONValue?) {
        keys = decl.properties.map(\.key)
        names = Set(keys.map { ByteText($0) })
        self.constraint = constraint
    }

    func constraint(of key: String) -> JSONValue? { constraint?["properties"]?[key] }

    func has(_ key: String) -> Bool {
        members[ByteText(key)] != nil || others.contains { ByteText($0.key) == ByteText(key) }
    }

    /// The number of members that `minProperties` demands beyond those that there are.
    var lacks: Int { max(0, (constraint?["minProperties"]?.int ?? 0) - members.count - others.count) }

    mutating func add(_ key: String, _ sample: ExampleMaker.Sample) {
        bytes += key.utf8.count + sample.bytes + 4
        if names.contains(ByteText(key)) {
            members[ByteText(key)] = sample.json
        } else {
            others.append(JSONObject.Member(key: key, value: sample.json))
        }
    }

    var isValid: Bool { constraint.map { ConstraintChecker.accepts(sample.json, $0) } ?? true }

    /// With the members in the order of the document.
    var sample: ExampleMaker.Sample {
        let named = keys.compactMap { key in members[ByteText(key)].map { JSONObject.Member(key: key, value: $0) } }
        return ExampleMaker.Sample(.object(JSONObject(named + others)), bytes: bytes)
    }
}
