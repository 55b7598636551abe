internal import ApusPlatform

/// The schemas of generated code, each parsed once.
enum ConstraintSchemas {
    /// Keyed by the address of the literal, of which a program has as many as it has models and operations.
    private static let known = Lock<[UInt: JSONValue]>([:])

    /// nil for text that is not JSON; generated code contains none.
    static func schema(_ text: StaticString) -> JSONValue? {
        guard text.hasPointerRepresentation else { return nil }
        let address = UInt(bitPattern: text.utf8Start)
        if let schema = known.withLock({ $0[address] }) { return schema }
        guard let schema = try? JSONValue(json: text.description) else { return nil }
        known.withLock { $0[address] = schema }
        return schema
    }
}
