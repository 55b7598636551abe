/// The number of inline schemas that may still be declared, and their maximum depth: merging can multiply those of a
/// hostile document without limit.
struct DeclarationBudget {
    /// Inline schemas with deeper nesting become free-form JSON. Real documents stay below 20.
    static let depthLimit = 96
    /// Inline declarations of one owner. Real ones stay below 300.
    private static let ownerLimit = 2_000
    /// The limit of an owner after the whole document has exhausted its budget.
    private static let smallOwnerLimit = 50

    private(set) var depth = 0
    private var count = 0
    private var total = 0
    /// Inline declarations of the whole document, for documents in which many owners stay below their limit. Real
    /// documents declare less than one for each schema.
    private let budget: Int

    /// - Parameter schemas: The number of schemas in the document.
    init(schemas: Int) {
        budget = 1_000 + 4 * schemas
    }

    /// Begins a top-level type or an operation, which has a limit of its own.
    mutating func beginOwner() {
        count = 0
    }

    mutating func declare() {
        count += 1
        total += 1
    }

    /// Goes one level down, until ``leave()``.
    ///
    /// - Parameter declares: Whether the schema may become a declaration.
    /// - Returns: False beyond the limits.
    mutating func enter(declares: Bool) -> Bool {
        let limit = total < budget ? Self.ownerLimit : Self.smallOwnerLimit
        guard depth < Self.depthLimit, !declares || depth == 0 || count < limit else { return false }
        depth += 1
        return true
    }

    mutating func leave() {
        depth -= 1
    }
}
