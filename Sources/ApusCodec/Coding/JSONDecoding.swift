internal import ApusJSON

/// Decodes values from JSON.
@_documentation(visibility: internal)
public enum JSONDecoding {
    /// The maximum nesting depth of objects and arrays.
    package static let maximumDepth = 512

    /// Decodes a whole body.
    ///
    /// The whole text is checked (RFC 8259), including parts that the model does not read. Of members with equal names,
    /// the last one counts.
    public static func decode<T: APIValue>(
        _ type: T.Type = T.self, from bytes: [UInt8]
    ) throws(DecodingProblem) -> T {
        try bytes.withUnsafeBufferPointer { (buffer) throws(DecodingProblem) in try decode(type, from: buffer) }
    }

    /// Decodes a whole body from the caller's memory.
    public static func decode<T: APIValue>(
        _ type: T.Type = T.self, from bytes: UnsafeBufferPointer<UInt8>
    ) throws(DecodingProblem) -> T {
        try decode(type, from: bytes, scalars: .typed)
    }

    /// Decodes a value of the document, such as a default, that has no Swift literal. Generated code passes only valid
    /// text; other text gives a model without members.
    public static func value<T: APIValue>(_ json: StaticString) -> T {
        (try? decode(T.self, from: Array(json.description.utf8))) ?? JSONBridge.placeholder()
    }

    /// Decodes with the rules of the client that received the response, if any.
    static func decode<T: APIValue>(
        _ type: T.Type, from bytes: UnsafeBufferPointer<UInt8>, scalars: ScalarForm, shelf: ValueShelf? = nil
    ) throws(DecodingProblem) -> T {
        let context = DecodingContext.current
        // Formats with text scalars have no contract of members: forms, parts and XML do not have the type of one.
        let observation = scalars == .typed ? context?.observation : nil
        let (value, dropped) = try decode(
            type, from: bytes, scalars: scalars, shelf: shelf, for: context?.report == nil ? .none : .dropping,
            observedBy: observation)
        context?.report?.add(dropped)
        return value
    }

    /// - Returns: The value, and the findings for `purpose`.
    static func decode<T: APIValue>(
        _ type: T.Type, from bytes: UnsafeBufferPointer<UInt8>, scalars: ScalarForm, shelf: ValueShelf? = nil,
        for purpose: DecodingNotes.Purpose, observedBy observation: ContractObservation? = nil
    ) throws(DecodingProblem) -> (value: T, notes: [DecodingProblem]) {
        let tape: JSONTape
        do {
            tape = try JSONTape(scanning: bytes, maximumDepth: maximumDepth)
        } catch {
            throw DecodingProblem(error, in: bytes)
        }
        guard let base = bytes.baseAddress else {
            throw DecodingProblem(path: "", offset: 0, expected: "a value", found: "the end")
        }
        var state = DecodingState(bytes: base, entries: tape.entries, scalars: scalars, shelf: shelf)
        defer { state.deallocate() }
        var notes = DecodingNotes(for: purpose)
        // The tape owns the memory that `state` points to.
        let value = withExtendedLifetime(tape) {
            guard let observation else { return read(type, &state, &notes) }
            return read(type, &state, &notes, observedBy: observation, entries: tape.count)
        }
        if let problem = withExtendedLifetime(tape, { state.problem }) { throw problem }
        return (value, withExtendedLifetime(tape) { notes.describe(by: state) })
    }

    /// Reads the value at the root of a tape, on a stack of its own if necessary.
    static func read<T: APIValue>(_ type: T.Type, _ state: inout DecodingState, _ notes: inout DecodingNotes) -> T {
        let value = readHere(type, &state, &notes)
        guard state.hasRunShort else { return value }
        return StackGuard.retry { stack -> T? in
            state.restart(on: stack)
            notes.truncate(to: 0)
            let value = readHere(type, &state, &notes)
            return state.hasRunShort ? nil : value
        } ?? value
    }

    /// Decodes, and reports the differences between the text and the document.
    @inline(never)
    private static func read<T: APIValue>(
        _ type: T.Type, _ state: inout DecodingState, _ notes: inout DecodingNotes,
        observedBy observation: ContractObservation, entries count: Int
    ) -> T {
        let memory = ObservationMemory.take()
        defer { memory.giveBack() }
        var found = DecodingObservation(memory, entries: count)
        return withUnsafeMutablePointer(to: &found) { found in
            state.observation = found
            defer { state.observation = nil }
            let value = read(type, &state, &notes)
            state.report(to: observation)
            return value
        }
    }

    private static func readHere<T: APIValue>(
        _ type: T.Type, _ state: inout DecodingState, _ notes: inout DecodingNotes
    ) -> T {
        withUnsafeMutablePointer(to: &notes) { notes in
            state.notes = notes.pointee.purpose == .none ? nil : notes
            defer { state.notes = nil }
            return withUnsafeMutablePointer(to: &state) { pointer in
                var reader = ValueReader(state: pointer, index: 0)
                return T(from: &reader)
            }
        }
    }
}
