package import ApusCodec
import ApusJSON
package import ApusModel
import ApusSchemas
package import ApusSource
package import ApusSpec

/// Values of a document's schemas, for a server that answers from the document alone.
///
/// The value of a schema with a type is the one that `generate: [examples]` writes for the type. Others are composed of them and of scalars
/// that fit, and each value is compared with its schema.
package final class SchemaExamples {
    /// Every operation with its declaration, whatever the client selects.
    package let operations: [(operation: Operation, decl: OperationDecl)]
    /// The location of the name in a message; nil where the configuration has none.
    package let eventName: WebhooksDecl.NameLocation?

    private let lowerer: Lowerer
    private let maker: ExampleMaker
    private var fit: ExampleFit
    private let types: [SchemaID: TypeID]
    private var made: [Key: ExampleMaker.Sample?] = [:]
    private var running: Set<SchemaID> = []

    private struct Key: Hashable {
        let schema: SchemaID
        let depth: Int
    }

    /// The most schemas inside of each other that a composed value has.
    private static let deepest = 8

    package init(_ document: Document, files: SourceFiles, options: LoweringOptions, diagnostics: inout Diagnostics) {
        var options = options
        (options.include, options.exclude, options.makesExamples) = ([], [], true)
        let lowerer = Lowerer(document, files: files, options: options)
        let lowered = lowerer.lowerDocument()
        let model = Passes.run(lowered, origins: lowerer.origins, options: options, diagnostics: &diagnostics)
        let all = document.paths.flatMap(\.operations)
        operations = all.count == model.operations.count ? Array(zip(all, model.operations)) : []
        eventName = options.rules.webhooks
        maker = ExampleMaker(model, lowerer.schemas, lowerer.typeSchemas)
        fit = ExampleFit(document)
        types = Dictionary(
            lowerer.typeSchemas.map { ($0.value.id, $0.key) }.sorted { $0.1 < $1.1 },
            uniquingKeysWith: { first, _ in first })
        self.lowerer = lowerer
    }

    /// A value that the schema allows, as a server sends it; nil where none can be made.
    package func value(of schema: Schema) -> JSONValue? { sample(of: schema, Self.deepest)?.json }

    /// The example of the document, where it is a value at all.
    package func value(of example: Example) -> JSONValue? {
        example.value.flatMap { try? JSONValue(json: CompactJSON.write($0)) }
    }

    /// The part of a value that the schema refuses.
    package func findMisfit(of value: JSONValue, _ schema: Schema) -> (pointer: String, reason: String)? {
        fit.renew()
        return fit.findMisfit(of: SourceNode(value, mark: schema.mark), schema).map { misfit in
            (misfit.path.map { "/" + JSONPointer.escape($0) }.joined(), misfit.reason)
        }
    }

    /// The part of a request's value that the schema refuses; members beyond a closed object are refused too.
    package func findMisfit(ofRequest value: JSONValue, _ schema: Schema) -> (pointer: String, reason: String)? {
        fit.refusesFurtherMembers = true
        defer { fit.refusesFurtherMembers = false }
        return findMisfit(of: value, schema)
    }

    /// Whether the schema allows members that it does not name.
    package func isOpen(_ schema: Schema) -> Bool {
        let flat = lowerer.schemas.flatten(schema)
        if case .forbidden? = flat.object.additionalProperties { return false }
        return !flat.hasNamedMembers
    }

    /// The properties of an object's schema, those of its alternatives included.
    package func members(of schema: Schema) -> [ObjectKeywords.Property] {
        let flat = lowerer.schemas.flatten(schema)
        return flat.object.properties
            + (flat.oneOf + flat.anyOf).flatMap { lowerer.schemas.flatten($0).object.properties }
    }

    /// The members that a request has to have.
    package func required(of schema: Schema) -> [String] {
        let flat = lowerer.schemas.flatten(schema)
        let received = flat.object.properties.filter { $0.schema.isReadOnly }.map { SourceKey($0.name) }
        return flat.object.required.filter { name in !received.contains(SourceKey(name)) }
    }

    /// The schema of the elements of a stream: `itemSchema`, otherwise that of the array's elements, otherwise the schema itself.
    package func itemSchema(of media: MediaType) -> Schema? {
        if let item = media.itemSchema { return item }
        guard let schema = media.schema else { return nil }
        let flat = lowerer.schemas.flatten(schema)
        return flat.inferredType == .array ? flat.array.items ?? schema : schema
    }

    package func coding(of contentType: String) -> Payload.Coding { ContentTypes.rule(for: contentType).coding }
}

/// Composed values.
extension SchemaExamples {
    private func sample(of schema: Schema, _ depth: Int) -> ExampleMaker.Sample? {
        let target = lowerer.document.resolve(schema)
        if let id = types[schema.id] ?? types[target.id], let sample = maker.make(id, .standard) {
            let sent = ExampleMaker.Sample(withoutWriteOnly(sample.json, target))
            if fits(sent.json, schema) { return sent }
        }
        let key = Key(schema: target.id, depth: depth)
        if let known = made[key] { return known }
        guard running.insert(target.id).inserted else { return nil }
        defer { running.remove(target.id) }
        let sample = build(target, depth)
        // A value inside of itself depends on where it is.
        if running.count == 1 { made[key] = .some(sample) }
        return sample
    }

    /// The value without the members that only requests have.
    private func withoutWriteOnly(_ value: JSONValue, _ schema: Schema) -> JSONValue {
        switch value {
        case .object(let all):
            let pairs = members(of: schema).map { (SourceKey($0.name), $0.schema) }
            let properties = Dictionary(pairs) { first, _ in first }
            let sent = all.compactMap { member -> JSONObject.Member? in
                guard let property = properties[SourceKey(member.key)] else { return member }
                let target = lowerer.document.resolve(property)
                if property.isWriteOnly || target.isWriteOnly { return nil }
                return JSONObject.Member(key: member.key, value: withoutWriteOnly(member.value, target))
            }
            return .object(JSONObject(sent))
        case .array(let elements):
            guard let items = lowerer.schemas.flatten(schema).array.items.map(lowerer.document.resolve) else {
                return value
            }
            return .array(elements.map { withoutWriteOnly($0, items) })
        case .null, .bool, .number, .string: return value
        }
    }

    private func fits(_ value: JSONValue, _ schema: Schema) -> Bool { findMisfit(of: value, schema) == nil }

    private func build(_ schema: Schema, _ depth: Int) -> ExampleMaker.Sample? {
        let flat = lowerer.schemas.flatten(schema)
        let listed = schema.examples + flat.examples + [flat.const, flat.defaultValue].compactMap { $0 }
        for node in listed + (flat.enumeration ?? []).prefix(8) {
            guard let json = try? JSONValue(json: CompactJSON.write(node)), fits(json, schema) else { continue }
            let sample = ExampleMaker.Sample(json)
            if sample.bytes <= ExampleMaker.largest { return sample }
        }
        guard depth > 0 else { return flat.isNullable ? ExampleMaker.Sample(.null) : nil }
        if !flat.hasMembers {
            for alternative in (flat.oneOf + flat.anyOf).prefix(64) where !alternative.isNullAlternative {
                if let sample = sample(of: alternative, depth - 1), fits(sample.json, schema) { return sample }
            }
        }
        return switch flat.inferredType {
        case .string: scalar(.string, flat, schema)
        case .integer: scalar(.int, flat, schema)
        case .number: scalar(.double, flat, schema)
        case .boolean: scalar(.bool, flat, schema)
        case .file: ExampleMaker.Sample(.string(""))
        case .array: array(flat, schema, depth)
        case .object: object(flat, schema, depth)
        case nil: flat.boolean == false ? nil : ExampleMaker.Sample(.object([:]))
        }
    }

    private func scalar(_ type: ScalarType, _ flat: FlatSchema, _ schema: Schema) -> ExampleMaker.Sample? {
        let values = ExampleScalars.candidates(for: type, flat)
        return (values.first { fits($0, schema) } ?? values.first).map { ExampleMaker.Sample($0) }
    }

    private func array(_ flat: FlatSchema, _ schema: Schema, _ depth: Int) -> ExampleMaker.Sample? {
        let empty = ExampleMaker.Sample(.array([]))
        let prefix = flat.array.prefixItems.compactMap { sample(of: $0, depth - 1)?.json }
        guard let items = flat.array.items, let first = sample(of: items, depth - 1) else {
            return prefix.isEmpty ? empty : ExampleMaker.Sample(.array(prefix))
        }
        let count = max(1, min(flat.limits.minItems ?? 1, 20))
        guard first.bytes * count <= ExampleMaker.largest else { return empty }
        let elements = (0..<count).map { $0 == 0 ? first.json : ExampleVariation.vary(first.json, by: $0) }
        let value = JSONValue.array(prefix + elements)
        return ExampleMaker.Sample(fits(value, schema) ? value : .array(prefix + [first.json]))
    }

    private func object(_ flat: FlatSchema, _ schema: Schema, _ depth: Int) -> ExampleMaker.Sample? {
        let required = Set(flat.object.required.map { SourceKey($0) })
        var members: [(member: JSONObject.Member, isRequired: Bool)] = []
        var bytes = 2
        for property in flat.object.properties {
            let isRequired = required.contains(SourceKey(property.name))
            if property.schema.isWriteOnly || lowerer.document.resolve(property.schema).isWriteOnly { continue }
            guard isRequired || bytes < ExampleBudget.standard && depth > Self.deepest - 4,
                let sample = sample(of: property.schema, depth - 1),
                isRequired || bytes + sample.bytes <= ExampleBudget.standard
            else { continue }
            bytes += sample.bytes + property.name.utf8.count + 4
            members.append((JSONObject.Member(key: property.name, value: sample.json), isRequired))
        }
        guard bytes <= 4 * ExampleMaker.largest else { return nil }
        let full = JSONValue.object(JSONObject(members.map(\.member)))
        if fits(full, schema) { return ExampleMaker.Sample(full) }
        let least = JSONValue.object(JSONObject(members.filter(\.isRequired).map(\.member)))
        return ExampleMaker.Sample(fits(least, schema) ? least : full)
    }
}

extension SourceNode {
    /// The value as if the document had it at the location. The depth of values is bounded by their reader.
    convenience init(_ value: JSONValue, mark: SourceMark) {
        let content: Content =
            switch value {
            case .null: .null
            case .bool(let flag): .boolean(flag)
            case .number(let number): .number(SourceNumber(text: number.text))
            case .string(let text): .string(text)
            case .array(let elements): .sequence(elements.map { SourceNode($0, mark: mark) })
            case .object(let members):
                .mapping(
                    SourceMapping(
                        members.map {
                            SourceMapping.Entry(
                                key: $0.key, keyMark: mark, value: SourceNode($0.value, mark: mark))
                        }))
            }
        self.init(content, mark: mark)
    }
}
