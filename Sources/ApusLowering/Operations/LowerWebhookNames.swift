import ApusJSON
import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Distinguishes webhooks whose payloads have one form by the event's name, in a member or in a header.
extension Lowerer {
    /// The maximum depth of a member with the names in a payload.
    private static let nameDepth = 3
    /// The maximum number of examined members at each depth.
    private static let nameLimit = 256

    /// - Parameter cases: The union's cases, one for each webhook.
    func nameWebhooks(_ webhooks: inout WebhooksDecl, _ cases: [UnionDecl.Case]) {
        webhooks.nameLocation = findNameLocation()
        let operations = Dictionary(document.webhooks.flatMap(\.operations).map { ($0.path, $0) }) { first, _ in first }
        for group in findAlike(webhooks, cases) {
            let keys = group.map { webhooks.cases[$0].key }
            let schemas = keys.compactMap { operations[$0].flatMap(findPayloadSchema) }
            let names = group.map { webhooks.cases[$0].name }
            let pointer = schemas.count == keys.count ? findMember(naming: names, in: schemas) : nil
            func shape(_ id: DeclID<WebhooksDecl.Case>) -> UnionShape { cases[webhooks.cases[id].unionCase].shape }
            let counts = group.reduce(into: [:]) { $0[shape($1), default: 0] += 1 }
            let equal = group.filter { counts[shape($0), default: 0] > 1 }
            webhooks.alike.append(WebhooksDecl.Alike(cases: group, equal: equal, pointer: pointer))
            guard pointer == nil, webhooks.nameLocation == nil, equal.count > 1 else { continue }
            let alike = equal.map { webhooks.cases[$0].key }
            if let second = operations[alike[1]] {
                log.report(.alikeWebhooks(alike, at: second))
            }
        }
    }

    private func findNameLocation() -> WebhooksDecl.NameLocation? {
        if let rule = options.rules.webhooks { return rule }
        guard let node = document.extensions["x-apus-webhooks"] else { return nil }
        return readRule("x-apus-webhooks", at: "") { $0.readWebhooks(node, pointer: $1) }
    }

    /// Groups of two or more events. An XML event is identified by its element, and an absent body has no form.
    private func findAlike(_ webhooks: WebhooksDecl, _ cases: [UnionDecl.Case]) -> [[DeclID<WebhooksDecl.Case>]] {
        var groups: [[DeclID<WebhooksDecl.Case>]] = []
        var groupsByShape: [UnionShape: Int] = [:]
        var seen: Set<String> = []
        for (id, one) in zip(webhooks.cases.ids, webhooks.cases)
        where one.payload?.coding.mayBeXML == false && seen.insert(one.key).inserted {
            let shape = demand(of: cases[one.unionCase].shape)
            if let index = groupsByShape[shape] {
                groups[index].append(id)
            } else {
                groupsByShape[shape] = groups.count
                groups.append([id])
            }
        }
        return groups.filter { $0.count > 1 }
    }

    /// The required parts of an object; its optional parts distinguish only where they are present.
    private func demand(of shape: UnionShape) -> UnionShape {
        guard case .object(let object) = shape else { return shape }
        let required = Set(object.required)
        return .object(
            ObjectShape(
                required: required.sorted(), constants: object.constants.filter { required.contains($0.key) },
                members: object.members.filter { required.contains($0.key) }))
    }

    private func findPayloadSchema(of operation: Operation) -> Schema? {
        let content = operation.requestBody?.content ?? []
        let media =
            content.first { ContentTypes.rule(for: $0.contentType).coding == .json }
            ?? content.first { ContentTypes.rule(for: $0.contentType).coding == .form }
        return media?.schema
    }

    /// The pointer of a member that may have each event's name in its own payload; members nearest to the root first.
    private func findMember(naming names: [String], in payloads: [Schema]) -> String? {
        guard let first = payloads.first else { return nil }
        var open = [(pointer: "", schema: first)]
        for _ in 0..<Self.nameDepth {
            var inner: [(pointer: String, schema: Schema)] = []
            for (pointer, schema) in open {
                for property in schemas.flatten(schema).object.properties where inner.count < Self.nameLimit {
                    inner.append((pointer + "/" + JSONPointer.escape(property.name), property.schema))
                }
            }
            let found = inner.map { $0.pointer }.first { pointer in
                zip(names, payloads).allSatisfy { listsValue($0, at: pointer, in: $1) }
            }
            if let found { return found }
            open = inner
        }
        return nil
    }

    private func listsValue(_ value: String, at pointer: String, in schema: Schema) -> Bool {
        var schema = schemas.flatten(schema)
        for name in JSONPointer.split(pointer) {
            guard let next = schema.object.properties.first(where: { $0.name == name }) else { return false }
            schema = schemas.flatten(next.schema)
        }
        return schema.const?.string == value || schema.enumeration?.contains { $0.string == value } == true
    }
}

extension Diagnostic {
    fileprivate static func alikeWebhooks(_ keys: [String], at operation: Operation) -> Diagnostic {
        let shown = keys.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
        let more = keys.count > 3 ? " and \(keys.count - 3) more" : ""
        return Diagnostic(
            id: "alike-webhooks", severity: .warning, message: "\(shown)\(more) have payloads of the same form",
            mark: operation.mark, pointer: operation.pointer,
            hint: "a member with the name of the webhook tells them apart, else the event is unknown; in apus.yaml, "
                + "`webhooks: { member: /type }` or `webhooks: { header: X-Event }` says where the name is")
    }
}
