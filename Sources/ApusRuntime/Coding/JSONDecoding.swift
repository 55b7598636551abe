internal import ApusJSON

/// JSON bytes → values.
public enum JSONDecoding {
    /// How deep objects and arrays may be nested in each other.
    public static let maximumDepth = 512

    /// Reads a whole body.
    ///
    /// The whole text is checked (RFC 8259), also what the model does not read. Of members with equal names the last one counts.
    public static func decode<T: APIValue>(
        _ type: T.Type = T.self, from bytes: [UInt8]
    ) throws(DecodingProblem) -> T {
        try bytes.withUnsafeBufferPointer { (buffer) throws(DecodingProblem) in try decode(type, from: buffer) }
    }

    /// Reads a whole body from memory of the caller's.
    public static func decode<T: APIValue>(
        _ type: T.Type = T.self, from bytes: UnsafeBufferPointer<UInt8>
    ) throws(DecodingProblem) -> T {
        try decode(type, from: bytes, scalars: .typed)
    }

    /// A value that stands in the document, such as a default, where Swift has no literal for it. Generated code only says what fits;
    /// other text gives what a model is without any member.
    public static func value<T: APIValue>(_ json: StaticString) -> T {
        (try? decode(T.self, from: Array(json.description.utf8))) ?? JSONBridge.placeholder()
    }

    /// - Parameter notes: Asks what was read tolerantly.
    static func decode<T: APIValue>(
        _ type: T.Type, from bytes: UnsafeBufferPointer<UInt8>, scalars: DecodingState.ScalarForm,
        notes: UnsafeMutablePointer<DecodingNotes>? = nil
    ) throws(DecodingProblem) -> T {
        let tape: JSONTape
        do {
            tape = try JSONTape(scanning: bytes, maximumDepth: maximumDepth)
        } catch {
            throw DecodingProblem(error, in: bytes)
        }
        guard let base = bytes.baseAddress else {
            throw DecodingProblem(path: "", offset: 0, expected: "a value", found: "the end")
        }
        var state = DecodingState(bytes: base, entries: tape.entries, scalars: scalars)
        state.notes = notes
        defer { state.deallocate() }
        // The tape owns what `state` points to.
        let value = withExtendedLifetime(tape) {
            withUnsafeMutablePointer(to: &state) { pointer in
                var reader = ValueReader(state: pointer, index: 0)
                return T(from: &reader)
            }
        }
        if let problem = withExtendedLifetime(tape, { state.problem }) { throw problem }
        if let notes { notes.pointee.describe(by: state) }
        return value
    }
}
