/// Encodes values as JSON.
@_documentation(visibility: internal)
public enum JSONEncoding {
    /// Encodes a value; by default as the body of a request, without read-only members.
    ///
    /// The text is compact, members are in the model's order, and keys of dictionaries are sorted: equal values give
    /// equal bytes.
    public static func encode<T: APIValue>(
        _ value: T, for purpose: EncodingPurpose = .request
    ) throws(EncodingProblem) -> [UInt8] {
        try encode(value, for: purpose, writesUnknown: true)
    }

    /// - Parameter writesUnknown: Whether kept unknown members are written.
    static func encode<T: APIValue>(
        _ value: T, for purpose: EncodingPurpose, writesUnknown: Bool
    ) throws(EncodingProblem) -> [UInt8] {
        var state = EncodingState(style: purpose == .request ? .request : .storage)
        state.writesUnknown = writesUnknown
        defer { state.deallocate() }
        write(value, to: &state)
        if let problem = state.problem { throw problem }
        return [UInt8](state.written)
    }

    /// Writes a value to an empty state, on a stack of its own if necessary.
    static func write<T: APIValue>(_ value: T, to state: inout EncodingState) {
        writeHere(value, to: &state)
        guard state.hasRunShort else { return }
        _ = StackGuard.retry { stack -> Void? in
            state.restart(on: stack)
            writeHere(value, to: &state)
            return state.hasRunShort ? nil : ()
        }
    }

    private static func writeHere<T: APIValue>(_ value: T, to state: inout EncodingState) {
        withUnsafeMutablePointer(to: &state) { pointer in
            var writer = ValueWriter(state: pointer)
            value.write(to: &writer)
        }
    }

    static func describe<T: APIValue>(_ value: T) -> String {
        var state = EncodingState(style: .description)
        defer { state.deallocate() }
        write(value, to: &state)
        return String(decoding: state.written, as: UTF8.self)
    }
}
