import ApusCodec
import ApusJSON
import ApusLowering
import ApusSource
import ApusSpec

/// Writes the elements of a list from resources in the form of other operations.
struct ElementShape {
    let mock: MockDocument
    let schema: Schema?
    let first: JSONValue
    let member: String?
    private let known: Set<SourceKey>
    private let schemas: [SourceKey: Schema]

    init(_ mock: MockDocument, _ draft: AnswerWriter.Draft, pointer: String, first: JSONValue, member: String?) {
        self.mock = mock
        self.first = first
        self.member = member
        schema = draft.schema.flatMap { mock.schema(at: pointer + "/0", in: $0) }
        let members = schema.map { schema in DocumentStack.run { mock.examples.members(of: schema) } } ?? []
        schemas = Dictionary(members.map { (SourceKey($0.name), $0.schema) }) { first, _ in first }
        known = Set((members.map(\.name) + (first.object?.keys ?? [])).map { SourceKey($0) })
    }

    private func hasFormats(_ value: JSONValue, _ schema: Schema) -> Bool {
        DocumentStack.run { mock.hasFormats(value, schema) }
    }

    func element(_ entry: ResourceStore.Entry) -> JSONValue {
        let members = entry.resource.filter { member in
            let key = SourceKey(member.key)
            return known.contains(key) && (schemas[key].map { hasFormats(member.value, $0) } ?? true)
        }
        var all = first.object ?? JSONObject()
        for member in members.prefix(256) { all[member.key] = member.value }
        guard let schema else { return .object(all) }
        return DocumentStack.run {
            if mock.examples.findMisfit(of: .object(all), schema) == nil { return .object(all) }
            var value = first
            for member in members.prefix(256) {
                let changed = value.setting(member.value, at: "/" + JSONPointer.escape(member.key))
                if mock.examples.findMisfit(of: changed, schema) == nil { value = changed }
            }
            return value
        }
    }
}
