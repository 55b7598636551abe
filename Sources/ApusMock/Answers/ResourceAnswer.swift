import ApusCodec
import ApusContract
import ApusJSON
import ApusLowering
import ApusModel
import ApusRuntime
import ApusSource
import ApusSpec
import HTTPTypes

/// The answers of operations on resources: what was created is listed, fetched, changed and deleted.
///
/// A value of a request becomes part of an answer only where the answer stays one that its schema allows.
struct ResourceAnswer {
    let writer: AnswerWriter
    let role: ResourceRole
    let options: MockOptions

    private var mock: MockDocument { writer.mock }
    private var path: PathValues { PathValues(writer.operation, target: writer.request.target) }

    /// - Parameter draft: The answer that the document has.
    /// - Throws: `AnswerWriter.Problem` for a resource that was deleted, a page that cannot be, and a full store.
    func answer(_ draft: AnswerWriter.Draft, _ store: inout ResourceStore) throws(AnswerWriter.Problem)
        -> AnswerWriter.Draft
    {
        switch role.kind {
        case .list: return try list(draft, &store)
        case .create: return try create(draft, &store)
        case .fetch, .change, .delete:
            guard let name = role.identifier, let id = path.value(of: name) else { return draft }
            if store.isDeleted(id, in: role.family) {
                throw problem(404, "was deleted")
            }
            if role.kind == .delete {
                store.delete(id, in: role.family)
                return identified(id, draft)
            }
            return try one(id, draft, &store)
        }
    }

    private func problem(_ status: Int, _ reason: String) -> AnswerWriter.Problem {
        AnswerWriter.Problem(refusal: Refusal(status, part: "the \(role.noun.joined(separator: " "))", reason))
    }

    /// The path parameters, without that of the resource itself.
    private var context: [SourceKey: String] {
        let others = path.all.filter { $0.name != role.identifier }
        return Dictionary(others.map { (SourceKey($0.name), $0.value) }) { first, _ in first }
    }

    // MARK: One resource

    private func create(
        _ draft: AnswerWriter.Draft, _ store: inout ResourceStore
    ) throws(AnswerWriter.Problem) -> AnswerWriter.Draft {
        guard let base = draft.value, let place = place(in: base) else { return draft }
        var draft = draft
        let number = store.nextNumber(in: role.family)
        let pointer = place.pointer + "/" + JSONPointer.escape(place.member)
        let old = base.value(at: pointer) ?? .null
        let value = set(base, ExampleVariation.vary(old, by: number), pointer, draft)
        guard let id = value.value(at: pointer)?.scalarText else { return draft }
        let merged = merge(sentMembers, into: value, at: place, draft)
        draft.value = merged
        guard let resource = merged.value(at: place.pointer)?.object else { return draft }
        guard store.put(resource.adding(sentMembers), id: id, in: role.family, context: context) else {
            throw problem(507, "does not fit into the store of the mock server, which is full")
        }
        if draft.status == 201, draft.headers[.location] == nil {
            let path = writer.request.target.utf8.prefix { $0 != UInt8(ascii: "?") }
            draft.headers.set("Location", String(decoding: path, as: UTF8.self) + "/" + PathText.encode(id))
        }
        return draft
    }

    private func one(
        _ id: String, _ draft: AnswerWriter.Draft, _ store: inout ResourceStore
    ) throws(AnswerWriter.Problem) -> AnswerWriter.Draft {
        var draft = draft
        var resource = store.find(id, in: role.family)?.resource ?? JSONObject()
        let changes = role.kind == .change ? sentMembers : JSONObject()
        guard let base = draft.value, let place = place(in: base) else {
            if role.kind == .change { try keep(id, resource.adding(changes), &store) }
            return draft
        }
        var value = identified(id, draft).value ?? base
        value = merge(resource, into: value, at: place, draft)
        value = merge(changes, into: value, at: place, draft)
        draft.value = value
        if role.kind == .change, let merged = value.value(at: place.pointer)?.object {
            resource = resource.adding(merged.keys.isEmpty ? changes : merged).adding(changes)
            try keep(id, resource, &store)
        }
        return draft
    }

    /// The answer about the resource that the path names, where the answer has its identifier.
    private func identified(_ id: String, _ draft: AnswerWriter.Draft) -> AnswerWriter.Draft {
        guard let base = draft.value, let place = place(in: base) else { return draft }
        let pointer = place.pointer + "/" + JSONPointer.escape(place.member)
        guard let own = base.value(at: pointer)?.reading(id) else { return draft }
        var draft = draft
        draft.value = set(base, own, pointer, draft)
        return draft
    }

    private func keep(
        _ id: String, _ resource: JSONObject, _ store: inout ResourceStore
    ) throws(AnswerWriter.Problem) {
        guard store.put(resource, id: id, in: role.family, context: context) else {
            throw problem(507, "does not fit into the store of the mock server, which is full")
        }
    }

    private struct Place {
        let pointer: String
        /// The name of the member with the identifier.
        let member: String
    }

    private func place(in body: JSONValue) -> Place? {
        if let pointer = mock.decl(of: writer.operation)?.result?.pointer, let object = body.value(at: pointer)?.object,
            let member = ResourceShape.identifier(of: object, noun: role.noun)
        {
            return Place(pointer: pointer, member: member)
        }
        return ResourceShape.resource(in: body, noun: role.noun).map { Place(pointer: $0.pointer, member: $0.id) }
    }

    /// The members of the request's body, without an envelope of the resource's name.
    private var sentMembers: JSONObject {
        let request = writer.request
        if request.contentEssence == "application/x-www-form-urlencoded" {
            return JSONObject(
                FormPairs.read(request.body).prefix(Self.memberLimit).map {
                    JSONObject.Member(key: $0.name, value: .string($0.value))
                })
        }
        guard MockRequest.isJSON(request.contentEssence), let body = (try? JSONValue(json: request.body))?.object else {
            return JSONObject()
        }
        if body.count == 1, let only = body.first, let inner = only.value.object,
            NameWords.singular(NameWords.split(only.key)) == role.noun
        {
            return inner
        }
        return body
    }

    private static let memberLimit = 256

    /// The body with members of a resource, each where the schema knows it and the body stays valid.
    private func merge(
        _ members: JSONObject, into body: JSONValue, at place: Place, _ draft: AnswerWriter.Draft
    ) -> JSONValue {
        var body = body
        let schema = draft.schema.flatMap { mock.schema(at: place.pointer, in: $0) }
        let known = schema.map { schema in DocumentStack.run { mock.examples.members(of: schema) } } ?? []
        let isOpen = schema.map { schema in DocumentStack.run { mock.examples.isOpen(schema) } } ?? true
        for member in members.prefix(Self.memberLimit) where member.key != place.member {
            let property = known.first { SourceKey.areSame($0.name, member.key) }?.schema
            guard isOpen || property != nil || body.value(at: place.pointer)?[member.key] != nil,
                property?.isWriteOnly != true
            else { continue }
            let pointer = place.pointer + "/" + JSONPointer.escape(member.key)
            let value = body.value(at: pointer).flatMap { old in
                // A form has texts only.
                member.value.string.flatMap { text in old.string == nil ? old.reading(text) : nil }
            }
            let changed = set(body, value ?? member.value, pointer, draft)
            let isSet = changed.value(at: pointer) == (value ?? member.value)
            body = member.value.isNull && !isSet ? set(body, nil, pointer, draft) : changed
        }
        return body
    }

    /// The body with a value, or as it was where its schema refuses the value.
    private func set(
        _ body: JSONValue, _ value: JSONValue?, _ pointer: String, _ draft: AnswerWriter.Draft
    ) -> JSONValue {
        let changed = body.setting(value, at: pointer)
        guard let schema = draft.schema else { return changed }
        if let value, let own = mock.schema(at: pointer, in: schema),
            !DocumentStack.run({ mock.hasFormats(value, own) })
        {
            return body
        }
        return DocumentStack.run { mock.examples.findMisfit(of: changed, schema) } == nil ? changed : body
    }
}

/// Lists.
extension ResourceAnswer {
    private func list(
        _ draft: AnswerWriter.Draft, _ store: inout ResourceStore
    ) throws(AnswerWriter.Problem) -> AnswerWriter.Draft {
        var draft = draft
        let paging = mock.decl(of: writer.operation)?.paging
        let rule = PageRule(writer.operation, paging)
        guard let base = draft.value,
            let pointer = rule?.items.flatMap({ base.value(at: $0)?.array == nil ? nil : $0 })
                ?? ResourceShape.list(in: base),
            let items = base.value(at: pointer)?.array, let first = items.first?.object
        else { return draft }
        let member = ResourceShape.identifier(of: first, noun: role.noun)
        seed(items, member, isPaged: rule != nil, &store)
        let entries = store.list(role.family, context)
        let request = writer.request
        let page: PageRule.Page
        do throws(PageRule.RuleFault) {
            page =
                try rule?.page(of: request, count: entries.count, mock: mock) { id in
                    let key = rule?.lastItemMember ?? ""
                    return entries.firstIndex { entry in
                        (JSONValue.object(entry.resource).value(at: key)?.scalarText ?? entry.id).utf8.elementsEqual(
                            id.utf8)
                    }
                } ?? PageRule.Page(range: 0..<min(entries.count, 1_000), count: entries.count, size: 1_000)
        } catch {
            throw AnswerWriter.Problem(
                refusal: Refusal(
                    RequestCheck.status(of: writer.operation), part: rule?.part ?? "the request", error.reason))
        }
        let shape = ElementShape(mock, draft, pointer: pointer, first: .object(first), member: member)
        let elements = entries[page.range].map { shape.element($0) }
        draft.value = set(base, .array(elements), pointer, draft)
        guard let rule, let value = draft.value else { return draft }
        let link = self.link(to: page.range.upperBound)
        draft.value = rule.complete(value, page, link: link) { set($0, $1, $2, draft) }
        if rule.hasLinkHeader {
            draft.headers.set("Link", page.isLast ? nil : "<\(link)>; rel=\"next\"")
        }
        return draft
    }

    /// The first resources of a list, which differ in their identifiers.
    private func seed(_ items: [JSONValue], _ member: String?, isPaged: Bool, _ store: inout ResourceStore) {
        guard store.seed(role.family, context) else { return }
        let count = isPaged ? max(options.seeds, 0) : items.count
        for index in 0..<min(count, 10_000) {
            let number = store.nextNumber(in: role.family)
            guard case .object(let template) = items[index % items.count] else { continue }
            var resource = template
            var id = "\(number)"
            if let member, let old = template[member] {
                let varied = index < items.count && number <= items.count ? old : ExampleVariation.vary(old, by: number)
                resource[member] = varied
                id = varied.scalarText ?? id
            }
            guard store.find(id, in: role.family) == nil, !store.isDeleted(id, in: role.family) else { continue }
            guard store.put(resource, id: id, in: role.family, context: context) else { return }
        }
    }

    /// The address of this request with another offset.
    private func link(to offset: Int) -> String {
        let request = writer.request
        let parts = request.target.utf8.split(
            separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        let name = PageRule.linkParameter + "="
        let query = parts.count > 1 ? parts[1].split(separator: UInt8(ascii: "&")).map { String(Substring($0)) } : []
        let others = query.filter { !$0.utf8.starts(with: name.utf8) } + ["\(name)\(offset)"]
        return HeaderText.safe(request.origin) + PathText.safe(String(Substring(parts[0]))) + "?"
            + PathText.safe(others.joined(separator: "&"))
    }
}

extension JSONObject {
    /// The object with the members of another one.
    fileprivate func adding(_ others: JSONObject) -> JSONObject { JSONObject(Array(self) + Array(others.prefix(256))) }
}
