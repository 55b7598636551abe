import ApusModel
import ApusSource
import ApusSpec

/// The source locations of the model's declarations. The model describes Swift and has no locations; passes with
/// diagnostics find them here.
struct Origins: Sendable {
    struct Origin: Sendable {
        let mark: SourceMark
        let pointer: String
    }

    private var types: [TypeID: Origin] = [:]
    private var members: [TypeID: [String: Origin]] = [:]
    private var operations: [String: Origin] = [:]
    private var events: [String: Origin] = [:]
    /// Declarations that the configuration or `x-apus-name` names: no pass makes anything else of their names.
    private var chosenTypes: Set<TypeID> = []
    private var chosenOperations: Set<String> = []
    /// Operations without an id, whose names are made of their methods and paths.
    private var derivedOperations: Set<String> = []

    mutating func note(_ type: TypeID, _ schema: Schema) {
        types[type] = Origin(mark: schema.nameMark, pointer: schema.id.pointer)
    }

    /// - Parameter key: A property's name, or the text of an enum's value.
    mutating func note(_ key: String, of owner: TypeID, mark: SourceMark, pointer: String) {
        members[owner, default: [:]][key] = Origin(mark: mark, pointer: pointer)
    }

    mutating func noteChosenName(of type: TypeID) {
        chosenTypes.insert(type)
    }

    mutating func noteName(ofOperation id: String, isChosen: Bool, isDerived: Bool) {
        if isChosen { chosenOperations.insert(id) } else if isDerived { derivedOperations.insert(id) }
    }

    func isNameChosen(of type: TypeID) -> Bool {
        chosenTypes.contains(type)
    }

    func isNameChosen(ofOperation id: String) -> Bool {
        chosenOperations.contains(id)
    }

    func isNameDerived(ofOperation id: String) -> Bool {
        derivedOperations.contains(id)
    }

    /// - Parameter id: As in ``OperationDecl/id``.
    mutating func note(operation id: String, _ operation: Operation) {
        operations[id] = Origin(mark: operation.mark, pointer: operation.pointer)
    }

    /// - Parameter key: The key in ``EventDecl/key``.
    mutating func note(event key: String, _ operation: Operation) {
        events[key] = Origin(mark: operation.mark, pointer: operation.pointer)
    }

    func find(_ type: TypeID) -> Origin? {
        types[type]
    }

    /// The location of the member, or of its owner if it has none.
    func find(_ key: String, of owner: TypeID) -> Origin? {
        members[owner]?[key] ?? types[owner]
    }

    func find(operation id: String) -> Origin? {
        operations[id]
    }

    func find(event key: String) -> Origin? {
        events[key]
    }
}
