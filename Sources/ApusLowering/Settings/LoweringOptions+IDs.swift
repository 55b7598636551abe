import ApusModel
import ApusSource
import ApusSpec

extension LoweringOptions {
    /// The options with the ids that Apus derives for operations without one, however the configuration spells them: the method's name
    /// `getPetsByID` and `get_pets_by_id` are one id.
    func withIDs(of document: Document) -> LoweringOptions {
        let operations = document.paths.flatMap(\.operations)
        let unnamed = operations.filter { $0.operationID == nil }.map(\.id)
        if unnamed.isEmpty { return self }
        let known = Set(operations.map(\.id))
        let derived = Dictionary(grouping: unnamed, by: Spelling.fold).compactMapValues { $0.count == 1 ? $0[0] : nil }
        func id(_ name: String) -> String {
            known.contains(name) ? name : derived[Spelling.fold(name)] ?? name
        }
        func rekey<Value>(_ entries: [String: Value]) -> [String: Value] {
            Dictionary(entries.map { (id($0.key), $0.value) }) { first, _ in first }
        }
        var options = self
        options.include = include.map(id)
        options.exclude = exclude.map(id)
        options.idempotent = Set(idempotent.map(id))
        options.groups = rekey(groups)
        options.rules.retry = rekey(rules.retry)
        options.rules.paging = rekey(rules.paging)
        options.rules.result = rekey(rules.result)
        for index in options.rules.rejections.indices {
            options.rules.rejections[index].exceptions = options.rules.rejections[index].exceptions.map(id)
        }
        return options
    }
}
