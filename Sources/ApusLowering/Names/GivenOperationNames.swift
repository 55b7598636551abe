import ApusSource
import ApusSpec

/// Provisional names of operations, by the document alone: what the configuration says, then an extension, then the id.
///
/// FastAPI makes an id of a function's name, the path and the method (`fastapi.utils.generate_unique_id`): `read_item` at
/// `GET /items/{item_id}` has the id `read_item_items__item_id__get`. The end is dropped where no other operation has what is left for a
/// name; where two have, both keep their whole ids.
struct GivenOperationNames {
    private let settings: NameSettings
    /// How many operations would have a name, by the name as disks compare it.
    private var uses: [String: Int] = [:]
    /// The names of schemas that FastAPI makes for the bodies of operations, by their keys.
    private(set) var bodies: [String: String] = [:]

    init(_ document: Document, _ settings: NameSettings) {
        self.settings = settings
        let operations = (document.paths + document.webhooks).flatMap(\.operations)
        let calls = operations.flatMap(\.callbacks).flatMap(\.items).flatMap(\.operations)
        for operation in operations + calls { uses[Self.key(of: findWanted(operation)), default: 0] += 1 }
        for operation in operations {
            guard let id = operation.operationID else { continue }
            bodies[Self.bodyName(of: id)] = name(of: operation) + " Body"
        }
    }

    func name(of operation: Operation) -> String {
        let wanted = findWanted(operation)
        return isChosen(operation) || uses[Self.key(of: wanted)] == 1 ? wanted : findGiven(operation) ?? operation.id
    }

    /// Whether the configuration or an extension of Apus's own names it, so that nothing is to be made of the name.
    func isChosen(_ operation: Operation) -> Bool {
        settings.name(of: operation.id) != nil || operation.extensions["x-apus-name"]?.string != nil
    }

    private func findGiven(_ operation: Operation) -> String? {
        settings.name(of: operation.id) ?? NamingExtensions.operationName(in: operation)
    }

    private func findWanted(_ operation: Operation) -> String {
        findGiven(operation) ?? Self.functionName(of: operation) ?? operation.id
    }

    /// `read_item_items__item_id__get` at `GET /items/{item_id}` → `read_item`; nil for every other id.
    static func functionName(of operation: Operation) -> String? {
        let method = "_" + operation.method.lowercased()
        // The method is compared alone first: most ids end otherwise, and a path has many characters.
        guard let id = operation.operationID, id.hasSuffix(method) else { return nil }
        let end = replaceOthers(operation.documentedPath) { $0.isLetter || $0.isNumber || $0 == "_" } + method
        guard id.hasSuffix(end) else { return nil }
        let name = String(id.dropLast(end.count))
        return Words(name).words.isEmpty ? nil : name
    }

    /// The model of a body of several parts is `Body_` and the id, as a name of a component.
    private static func bodyName(of id: String) -> String {
        "Body_" + replaceOthers(id) { $0.isASCII && ($0.isLetter || $0.isNumber) || "._-".contains($0) }
    }

    private static func replaceOthers(_ text: String, than isKept: (Character) -> Bool) -> String {
        String(text.map { isKept($0) ? $0 : "_" })
    }

    private static func key(of name: String) -> String {
        DiskName.fold(Identifiers.type(name))
    }
}
