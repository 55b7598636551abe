import ApusSchemas
import ApusSource
import ApusSpec

/// Writes the constraints for `validate()`: the keywords that do not affect a type, as the JSON Schema that the runtime
/// reads.
final class ConstraintWriter {
    let schemas: FlatSchemas
    let log: DiagnosticLog
    /// The document of ``schemas``, stored: a computed property copies all of its fields for each keyword.
    let document: Document

    /// The constraints of what refers to a schema, by that schema; nil for none.
    var constraints: [SchemaID: String?] = [:]
    /// Schemas that were written as a whole; nil for those that cannot be.
    var wholes: [SchemaID: String?] = [:]
    /// Bytes of the long constraints that were written.
    private var total = 0
    /// The budget of all long constraints. One copy of each takes no more than the document does; the rest is for
    /// repeated uses.
    private let budget: Int

    /// A constraint is long from here on: whatever refers to a schema, or extends it, has a copy.
    private static let long = 512

    /// - Parameter bytes: The length of the document.
    init(_ schemas: FlatSchemas, bytes: Int, log: DiagnosticLog) {
        self.schemas = schemas
        self.log = log
        document = schemas.document
        budget = (4 << 20) + 2 * bytes
    }

    /// Whether a long constraint still has room.
    var hasRoom: Bool { total + Self.long <= budget }

    /// Whether there is room for another copy of a constraint; told where there is none.
    func spend(_ count: Int, on schema: Schema) -> Bool {
        if count <= Self.long { return true }
        guard total + count <= budget else {
            log.report(.uncheckedCopy(schema))
            return false
        }
        total += count
        return true
    }
}
