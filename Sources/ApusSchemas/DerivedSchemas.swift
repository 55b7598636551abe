import ApusSpec

/// The identities of schemas that no document contains: each is derived from another one, and the same derivation of the
/// same schema always has the same identity.
struct DerivedSchemas {
    /// The relation of a derived schema to its origin.
    enum Relation: Hashable {
        /// The lists of alternatives that only add requirements.
        case demands
        /// A base for a schema that it lists: the base without its alternatives.
        case base
        /// Keywords that apply in addition to the same keywords of another schema.
        case addition
        /// Both schemas apply.
        case joined(with: SchemaID)
        /// An alternative together with the keywords of the union.
        case alternative(of: SchemaID)
        /// The values of one type, of a schema with several.
        case only(SchemaType)
        /// A base as a type of its own, beside the schemas that extend it.
        case own
        /// The constraints beside the only member of an `allOf` that determines the type.
        case around
    }

    private struct Derivation: Hashable {
        let origin: SchemaID
        let relation: Relation
    }

    private var numbers: [Derivation: Int] = [:]

    mutating func id(_ relation: Relation, of origin: SchemaID) -> SchemaID {
        let derivation = Derivation(origin: origin, relation: relation)
        let number = numbers[derivation] ?? numbers.count + 1
        numbers[derivation] = number
        return SchemaID(file: origin.file, pointer: origin.pointer, derivation: number)
    }
}
