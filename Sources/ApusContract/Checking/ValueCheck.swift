import ApusJSON
import ApusSource
import ApusSpec

/// Compares one value with its schema. The depth of values is bounded by the reader of bodies; callers run it on a `DocumentStack`.
struct ValueCheck {
    let document: Document
    let members: SchemaMembers
    let operation: String
    let part: String
    let isRequest: Bool
    private var path: [String] = []
    private(set) var found: DifferenceList

    /// - Parameter found: Receives the differences.
    init(
        _ document: Document, _ members: SchemaMembers, operation: String, part: String, isRequest: Bool,
        found: DifferenceList
    ) {
        self.document = document
        self.members = members
        self.operation = operation
        self.part = part
        self.isRequest = isRequest
        self.found = found
    }

    mutating func check(_ value: SourceNode, _ schema: Schema) {
        if let text = value.string, Redaction.isHidden(text) { return }
        let branches = Branches(of: value, schema, document)
        if let union = branches.unmatched {
            report(.value, union, seen: .string)
            return
        }
        if value.isNull {
            checkNull(value, branches)
            return
        }
        let kind = ValueKind(value)
        for branch in branches.all {
            if !branch.hasType(of: kind) {
                report(.type, branch, seen: kind)
                return
            }
            if !branch.hasValue(value) { report(.value, branch, seen: kind) }
        }
        if let mapping = value.mapping { checkMembers(of: mapping, branches) }
        if let items = value.sequence { checkItems(items, branches) }
    }

    /// `nullable` beside `allOf` means the value, whatever the members of `allOf` say.
    private mutating func checkNull(_ value: SourceNode, _ branches: Branches) {
        let allows = branches.all.contains { branch in
            branch.isNullable || branch.const?.isNull == true || branch.enumeration?.contains(where: \.isNull) == true
        }
        guard !allows else { return }
        if let branch = branches.all.first(where: { !$0.types.isEmpty }) {
            report(.type, branch, seen: .null)
        } else if let branch = branches.all.first(where: { !$0.hasValue(value) }) {
            report(.type, branch, seen: .null)
        }
    }

    private mutating func checkMembers(of mapping: SourceMapping, _ branches: Branches) {
        let objects = branches.all.filter { !$0.object.properties.isEmpty || $0.object.additionalProperties != nil }
        let isClosed = !objects.isEmpty && !branches.all.contains { $0.object.isOpen }
        var own: [SourceKey: [Schema]] = [:]
        for entry in mapping.entries {
            let key = SourceKey(entry.key)
            var schemas = branches.all.compactMap { members.find(key, in: $0) }
            own[key] = schemas
            var step = Difference.shorten(entry.key)
            if schemas.isEmpty {
                // Such names are data, like the keys of a map.
                step = "*"
                schemas = branches.all.flatMap { findFurther(entry.key, in: $0) }
            }
            let isKnown = !schemas.isEmpty || branches.possible.contains { members.find(key, in: $0) != nil }
            if !isKnown, isClosed, let owner = objects.first(where: { !$0.object.properties.isEmpty }) ?? objects.first
            {
                report(.member, owner, name: entry.key, seen: ValueKind(entry.value))
            }
            path.append(step)
            for schema in schemas { check(entry.value, schema) }
            path.removeLast()
        }
        checkRequired(mapping, branches)
    }

    /// The schemas of `patternProperties`, and otherwise that of further members.
    private func findFurther(_ name: String, in schema: Schema) -> [Schema] {
        let patterns = members.findPatterns(name, in: schema)
        if !patterns.isEmpty { return patterns }
        if case .schema(let further)? = schema.object.additionalProperties { return [further] }
        return []
    }

    private mutating func checkRequired(_ mapping: SourceMapping, _ branches: Branches) {
        for branch in branches.all {
            for name in branch.object.required where mapping[name] == nil {
                let key = SourceKey(name)
                let declared = branches.all.compactMap { members.find(key, in: $0) }
                if declared.contains(where: isOfOtherDirection) { continue }
                report(.missingMember, branch, name: name)
            }
        }
    }

    /// Whether a member is only in answers, or only in requests, when this is the other one; said beside a reference or behind it.
    private func isOfOtherDirection(_ schema: Schema) -> Bool {
        ([schema, document.resolve(schema)] + schema.allOf.map { document.resolve($0) }).contains {
            isRequest ? $0.isReadOnly : $0.isWriteOnly
        }
    }

    private mutating func checkItems(_ items: [SourceNode], _ branches: Branches) {
        path.append("*")
        for branch in branches.all where branch.array.items != nil || !branch.array.prefixItems.isEmpty {
            for (index, item) in items.enumerated() {
                let prefix = branch.array.prefixItems
                if let schema = index < prefix.count ? prefix[index] : branch.array.items { check(item, schema) }
            }
        }
        path.removeLast()
    }

    private mutating func report(
        _ kind: Difference.Kind, _ schema: Schema, name: String = "", seen: ValueKind? = nil
    ) {
        let pointer = path.prefix(32).map { "/" + JSONPointer.escape($0) }.joined() + (path.count > 32 ? "/…" : "")
        found.add(
            Difference(
                kind: kind, operation: operation, part: part, pointer: pointer, name: name, seen: seen,
                place: Difference.Place(schema.mark, schema.id.pointer)))
    }
}
