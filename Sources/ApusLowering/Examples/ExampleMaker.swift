import ApusCodec
import ApusModel
import ApusRegexp
import ApusSchemas
import ApusSource
import ApusSpec

/// Makes examples of the model's types: from the examples of the document that a type reads, otherwise from its schema.
///
/// Every value is composed of values that are checked already, and is checked itself, so that the work for all types together is that for
/// their members. A value depends on its type alone, not on the order in which types are asked for.
final class ExampleMaker {
    /// A value that its type reads, and the length of its JSON.
    struct Sample {
        let json: JSONValue
        let bytes: Int

        init(_ json: JSONValue) {
            self.json = json
            bytes = json.description.utf8.count
        }

        init(_ json: JSONValue, bytes: Int) {
            self.json = json
            self.bytes = bytes
        }
    }

    /// The members that a value has.
    enum Extent: Hashable {
        /// Those that every value has.
        case minimal
        /// All members, down to this number of types inside of each other, and below them those that every value has.
        case full(Int)

        /// The extent of the values of members.
        var inner: Extent {
            if case .full(let depth) = self, depth > 1 { .full(depth - 1) } else { .minimal }
        }

        static let standard = Extent.full(3)
    }

    let types: [TypeID: TypeDecl]
    let schemas: FlatSchemas
    var reading: ExampleReading
    /// The examples that no type reads, with the reason.
    private(set) var replaced: [(example: SourceNode, schema: Schema, reason: String)] = []
    private let typeSchemas: [TypeID: Schema]
    /// Members that tell a failure from a success, by the types of responses: an example is a success.
    let omitted: Set<String>
    private let responses: Set<TypeID>

    private var minimals: [TypeID: Sample] = [:]
    private var fulls: [Extent: [TypeID: Sample?]] = [:]
    private var documented: [TypeID: [Sample]] = [:]
    private var running: Set<TypeID> = []
    /// Types without a value in this round: others that they wait for may have one in the next.
    private var failed: Set<TypeID> = []
    private var seen: Set<ObjectIdentifier> = []
    /// The reasons why types have no value.
    var reasons: [TypeID: String] = [:]

    /// The most bytes of a value with what every value has.
    static let largest = 4 * ExampleBudget.standard
    /// The most types inside of each other that are followed in one round.
    private static let deepest = 48

    /// - Parameter typeSchemas: The schemas that the types are made from.
    init(_ model: APIModel, _ schemas: FlatSchemas, _ typeSchemas: [TypeID: Schema]) {
        types = model.indexTypes()
        self.schemas = schemas
        self.typeSchemas = typeSchemas
        reading = ExampleReading(types)
        omitted = Set(
            model.client.rejections.filter { $0.value == nil }.compactMap {
                $0.pointer.split(separator: "/").first.map(String.init)
            })
        var responses: Set<TypeID> = []
        if !omitted.isEmpty {
            for operation in model.operations {
                for payload in operation.success.cases.flatMap(\.payloads) {
                    payload.type.forEachNamed { responses.insert($0) }
                }
            }
        }
        self.responses = responses
    }

    /// Makes the values that every type needs. Each round follows chains of required members a number of types further, and types that
    /// require each other have no value.
    func prepare(_ ids: [TypeID]) {
        for _ in 0..<8 {
            let count = minimals.count
            failed = []
            for id in ids { _ = minimal(id) }
            if minimals.count == count { return }
        }
    }

    func make(_ id: TypeID, _ extent: Extent) -> Sample? {
        guard case .full = extent else { return minimal(id) }
        if let known = fulls[extent]?[id] { return known }
        let made = documents(of: id).first ?? types[id].flatMap { build($0, extent) } ?? minimal(id)
        fulls[extent, default: [:]][id] = .some(made)
        return made
    }

    /// All members, whatever the document's example has.
    func makeFull(_ id: TypeID) -> Sample? {
        types[id].flatMap { build($0, .standard) }
    }

    private func minimal(_ id: TypeID) -> Sample? {
        if let known = minimals[id] { return known }
        guard let decl = types[id], running.count < Self.deepest, !failed.contains(id), running.insert(id).inserted
        else { return nil }
        defer { running.remove(id) }
        let made = build(decl, .minimal) ?? documents(of: id).first
        if let made, made.bytes <= Self.largest {
            minimals[id] = made
            reasons[id] = nil
            return made
        }
        if made != nil { reasons[id] = "its smallest value is larger than \(Self.largest) bytes" }
        failed.insert(id)
        return nil
    }

    /// The document's own examples of a type that the type reads.
    func documents(of id: TypeID) -> [Sample] {
        if let known = documented[id] { return known }
        documented[id] = []
        guard let schema = typeSchemas[id], let decl = types[id] else { return [] }
        let samples = examples(of: schema).prefix(8).compactMap {
            read($0, of: schema, as: .named(decl.header.id), within: ExampleBudget.standard, nil)
        }
        documented[id] = samples
        return samples
    }

    /// The examples of a schema and of what it refers to, without those that stand for no example.
    private func examples(of schema: Schema) -> [SourceNode] {
        let own = schema.examples
        let all = own + schemas.flatten(schema).examples
        var known: Set<ObjectIdentifier> = []
        return all.filter { !$0.isNull && known.insert(ObjectIdentifier($0)).inserted }
    }

    /// The value of an example or another value of the document; nil where the type refuses it, which is reported for examples.
    private func read(
        _ node: SourceNode, of schema: Schema, as type: TypeRef, within limit: Int, _ constraint: JSONValue?,
        isExample: Bool = true
    ) -> Sample? {
        do throws(ExampleReading.Misfit) {
            guard let json = try? JSONValue(json: CompactJSON.write(node)) else { return nil }
            let value = try reading.read(json, as: type)
            try reading.check(value, against: constraint)
            let sample = Sample(value)
            return sample.bytes <= limit ? sample : nil
        } catch {
            if isExample, seen.insert(ObjectIdentifier(node)).inserted {
                replaced.append((node, schema, error.text))
            }
            return nil
        }
    }

    func schema(of id: TypeID) -> FlatSchema? { typeSchemas[id].map(schemas.flatten) }

    func isResponse(_ id: TypeID) -> Bool { responses.contains(id) }
}

/// Values of any type.
extension ExampleMaker {
    /// - Parameters:
    ///   - schema: The schema of the member or the element that has the type; nil where it is not known.
    ///   - constraint: What `validate()` demands of it beyond its type.
    func value(of type: TypeRef, _ schema: Schema?, _ constraint: JSONValue?, _ extent: Extent) -> Sample? {
        if let schema {
            for candidate in candidates(of: schema) {
                let sample = read(
                    candidate.node, of: schema, as: type, within: ExampleBudget.standard, constraint,
                    isExample: candidate.isExample)
                if let sample { return sample }
            }
        }
        return makeValue(of: type, schema, constraint, extent)
    }

    /// The values that a schema names: examples, then those that it allows.
    private func candidates(of schema: Schema) -> [(node: SourceNode, isExample: Bool)] {
        let flat = schemas.flatten(schema)
        let values = [flat.const, schema.defaultValue, flat.defaultValue].compactMap { $0 }
        let listed = values + (flat.enumeration ?? []).prefix(4)
        return examples(of: schema).prefix(4).map { ($0, true) } + listed.filter { !$0.isNull }.map { ($0, false) }
    }

    private func makeValue(
        of type: TypeRef, _ schema: Schema?, _ constraint: JSONValue?, _ extent: Extent
    ) -> Sample? {
        switch type {
        case .optional(let inner), .tristate(let inner), .indirect(let inner):
            return makeValue(of: inner, schema, constraint, extent)
        case .json:
            let text =
                schema.map { schemas.flatten($0).inferredType == .object } == true ? JSONValue.object([:]) : "text"
            return [text, "text", 1, [:], [], true].lazy.compactMap { self.accept($0, constraint) }.first
        case .scalar(let scalar), .numberOrText(let scalar):
            return choose(scalar, schema, as: type, constraint) { $0 }
        case .quoted(let scalar):
            return choose(scalar, schema, as: type, constraint) { .string($0.description) }
        case .array(let element): return makeArray(of: element, schema, constraint, extent)
        case .dictionary(let element): return makeDictionary(of: element, schema, constraint, extent)
        case .external: return nil
        case .named(let id):
            if case .alias(let alias)? = types[id] {
                return value(of: alias.target, schema ?? typeSchemas[id], constraint, extent)
            }
            return make(id, extent).flatMap { accept($0, constraint) }
                ?? (extent == .minimal ? nil : minimal(id).flatMap { accept($0, constraint) })
        }
    }

    private func accept(_ json: JSONValue, _ constraint: JSONValue?) -> Sample? { accept(Sample(json), constraint) }

    private func accept(_ sample: Sample, _ constraint: JSONValue?) -> Sample? {
        guard let constraint else { return sample }
        return ConstraintChecker.accepts(sample.json, constraint) ? sample : nil
    }

    private func choose(
        _ scalar: ScalarType, _ schema: Schema?, as type: TypeRef, _ constraint: JSONValue?,
        _ form: (JSONValue) -> JSONValue
    ) -> Sample? {
        for candidate in ExampleScalars.candidates(for: scalar, schema.map(schemas.flatten)) {
            let value = form(candidate)
            guard (try? reading.read(value, as: type)) != nil, let sample = accept(value, constraint) else { continue }
            return sample
        }
        return nil
    }

    private func makeArray(
        of element: TypeRef, _ schema: Schema?, _ constraint: JSONValue?, _ extent: Extent
    ) -> Sample? {
        let flat = schema.map(schemas.flatten)
        let least = flat?.limits.minItems ?? 0
        let counts = extent == .minimal ? [least] : [max(1, least), least]
        let items = flat?.array.items
        for count in counts {
            if count == 0 {
                if let empty = accept(.array([]), constraint) { return empty }
                continue
            }
            guard count <= 100, let first = value(of: element, items, constraint?["items"], extent),
                first.bytes * count <= Self.largest
            else { continue }
            let elements = (0..<count).map { $0 == 0 ? first.json : ExampleVariation.vary(first.json, by: $0) }
            let list =
                flat?.limits.uniqueItems == true
                ? distinct(elements, of: element, items) : Array(repeating: first.json, count: count)
            if let sample = accept(.array(list), constraint) { return sample }
        }
        return nil
    }

    /// Elements that differ: the values of an enum, otherwise variations that the type reads.
    private func distinct(_ elements: [JSONValue], of type: TypeRef, _ items: Schema?) -> [JSONValue] {
        if case .named(let id) = type, case .enumeration(let decl)? = types[id] {
            let values = decl.cases.prefix(elements.count).compactMap(\.raw.json)
            if values.count == elements.count { return values }
        }
        return elements.filter { (try? reading.read($0, as: type)) != nil }
    }

    private func makeDictionary(
        of element: TypeRef, _ schema: Schema?, _ constraint: JSONValue?, _ extent: Extent
    ) -> Sample? {
        let flat = schema.map(schemas.flatten)
        let least = flat?.limits.minProperties ?? 0
        for count in extent == .minimal ? [least] : [max(1, least), least] {
            guard count <= 20 else { continue }
            let members = makeMembers(count, of: element, flat, constraint, extent)
            guard members.count == count else { continue }
            if let sample = accept(.object(JSONObject(members)), constraint) { return sample }
        }
        return nil
    }

    /// Members whose names the schema leaves open.
    func makeMembers(
        _ count: Int, of element: TypeRef, _ schema: FlatSchema?, _ constraint: JSONValue?, _ extent: Extent
    ) -> [JSONObject.Member] {
        guard count > 0 else { return [] }
        let pattern = schema?.object.patternProperties.first
        var values: Schema?
        if let pattern {
            values = pattern.schema
        } else if case .schema(let other)? = schema?.object.additionalProperties {
            values = other
        }
        guard let first = value(of: element, values, constraint?["additionalProperties"], extent),
            first.bytes * count <= Self.largest
        else { return [] }
        return names(count, schema, pattern: pattern?.name).map { JSONObject.Member(key: $0, value: first.json) }
    }

    private func names(_ count: Int, _ schema: FlatSchema?, pattern: String?) -> [String] {
        let rules = schema?.object.propertyNames.map(schemas.flatten)
        if let listed = rules?.enumeration?.compactMap(\.string), !listed.isEmpty { return Array(listed.prefix(count)) }
        if let pattern = pattern ?? rules?.limits.pattern {
            let samples = (0..<count).compactMap {
                RegexpSample.text(pattern, as: .ecmaScript, extra: $0, limit: 200)
            }
            return samples
        }
        return (0..<count).map { $0 == 0 ? "key" : "key\($0 + 1)" }
    }
}
