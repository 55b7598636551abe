import ApusCodec
import ApusModel
import ApusSource
import ApusSpec

/// Examples of the types of a model, for callers' tests and previews.
extension Lowerer {
    /// - Parameter log: Receives examples of the document that are replaced, and types without an example.
    func makeExamples(for model: APIModel, _ log: DiagnosticLog) -> [ExampleDecl] {
        var decls: [TypeDecl] = []
        for type in model.types { type.forEachType { decls.append($0) } }
        for type in model.operations.flatMap(\.nested) { type.forEachType { decls.append($0) } }
        decls = decls.filter { if case .alias = $0 { false } else { true } }
        let maker = ExampleMaker(model, schemas, typeSchemas)
        maker.prepare(decls.map(\.header.id))
        var room = ExampleBudget.document + 4 * files.byteCount
        var examples: [ExampleDecl] = []
        for decl in decls {
            guard let example = makeExample(of: decl, maker, &room) else {
                reportMissing(decl, maker, log)
                continue
            }
            examples.append(example)
        }
        for (node, schema, reason) in maker.replaced { log.report(.replacedExample(node, of: schema, reason)) }
        return examples
    }

    /// - Parameter room: The bytes that the examples of all types may still have.
    private func makeExample(of decl: TypeDecl, _ maker: ExampleMaker, _ room: inout Int) -> ExampleDecl? {
        let id = decl.header.id
        guard let minimal = maker.make(id, .minimal), room > 0 || minimal.bytes <= ExampleBudget.small else {
            return nil
        }
        room -= minimal.bytes
        var example = ExampleDecl(type: id, minimal: ExampleText(minimal.json))
        guard room > 0 else { return example }
        let full = maker.makeFull(id)
        if let full, full.json != minimal.json {
            example.full = ExampleText(full.json)
            room -= full.bytes
        }
        var listed = maker.documents(of: id)
        if listed.isEmpty { listed = values(of: decl, maker) }
        listed = Array(listed.prefix(8))
        // One example that is the full one is no list of its own.
        if listed.count == 1, listed[0].json == (full ?? minimal).json { listed = [] }
        example.listed = listed.map { ExampleText($0.json) }
        room -= listed.reduce(0) { $0 + $1.bytes }
        example.varying = findVarying(decl, listed + [full ?? minimal, minimal], maker)
        return example
    }

    /// A value of each case.
    private func values(of decl: TypeDecl, _ maker: ExampleMaker) -> [ExampleMaker.Sample] {
        switch decl {
        case .enumeration(let decl): decl.cases.prefix(8).compactMap { $0.raw.json.map { ExampleMaker.Sample($0) } }
        case .union(let decl): decl.cases.prefix(8).compactMap { maker.build($0, of: decl, .standard) }
        case .structure, .tuple, .alias: []
        }
    }

    /// The member that tells one value from another: the type's identity, `id`, or the type's name with it, if all examples stay valid with
    /// other values of it.
    private func findVarying(
        _ decl: TypeDecl, _ samples: [ExampleMaker.Sample], _ maker: ExampleMaker
    ) -> [String] {
        guard case .structure(let decl) = decl else { return [] }
        func words(_ text: String) -> [String] { Words(text).words.map { $0.lowercased() } }
        let own = words(decl.header.name)
        let scalars: [TypeRef] = [.scalar(.string), .scalar(.uuid), .scalar(.int), .scalar(.int64), .scalar(.int32)]
        let members = decl.properties.filter { $0.constant == nil && scalars.contains($0.type) }
        let named =
            members.first { $0.key == decl.header.identity?.key }
            ?? members.first { words($0.key) == ["id"] }
            ?? members.first { words($0.key) == own + ["id"] }
        guard let key = named?.key else { return [] }
        let isFree = samples.allSatisfy { sample in
            [1, 999].allSatisfy { number in
                let varied = ExampleVariation.vary([key], of: sample.json, by: number)
                return (try? maker.reading.read(varied, as: .named(decl.header.id))) != nil
            }
        }
        return isFree ? [key] : []
    }

    private func reportMissing(_ decl: TypeDecl, _ maker: ExampleMaker, _ log: DiagnosticLog) {
        guard let schema = typeSchemas[decl.header.id] else { return }
        log.report(.missingExample(decl.header.name, maker.reasons[decl.header.id], schema))
    }
}

extension ExampleText {
    fileprivate init(_ json: JSONValue) {
        guard case .object(let members) = json, !members.isEmpty else {
            self.init(lines: [Self.ascii(json)])
            return
        }
        let lines = members.enumerated().map { index, member in
            "  \(CompactJSON.ascii(member.key)): \(Self.ascii(member.value))" + (index + 1 < members.count ? "," : "")
        }
        self.init(lines: ["{"] + lines + ["}"])
    }

    /// The depth is that of ``ExampleReading``.
    private static func ascii(_ json: JSONValue) -> String {
        switch json {
        case .string(let text): CompactJSON.ascii(text)
        case .array(let elements): "[" + elements.map(ascii).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { CompactJSON.ascii($0.key) + ": " + ascii($0.value) }.joined(separator: ", ") + "}"
        case .null, .bool, .number: json.description
        }
    }
}

extension Diagnostic {
    fileprivate static func replacedExample(_ node: SourceNode, of schema: Schema, _ reason: String) -> Diagnostic {
        Diagnostic(
            id: "replaced-example", severity: .warning,
            message: "the example is replaced by another value: \(reason)", mark: node.mark,
            pointer: schema.id.pointer + "/example",
            hint:
                "the examples of a type are values that it reads and validate() accepts; correct this one, or the schema"
        )
    }

    fileprivate static func missingExample(_ name: String, _ reason: String?, _ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "missing-example", severity: .note,
            message: "\(name) has no example: " + (reason ?? "no value that can be made for it is valid"),
            mark: schema.nameMark, pointer: schema.id.pointer,
            hint: "an `example` of the schema that its type reads and validate() accepts is taken as it is")
    }
}
