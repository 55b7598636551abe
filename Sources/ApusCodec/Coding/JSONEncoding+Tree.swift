extension JSONEncoding {
    /// The tree that a value writes.
    ///
    /// - Parameter writesUnknown: Whether members are written that came and that models do not name.
    static func tree<T: APIValue>(
        _ value: T, for purpose: EncodingPurpose, writesUnknown: Bool
    ) throws(EncodingProblem) -> JSONValue {
        var state = EncodingState(style: purpose == .request ? .request : .storage)
        state.writesUnknown = writesUnknown
        defer { state.deallocate() }
        return try tree(value, in: &state)
    }

    /// The tree that a value writes to a state that holds nothing yet.
    static func tree<T: APIValue>(_ value: T, in state: inout EncodingState) throws(EncodingProblem) -> JSONValue {
        write(value, to: &state)
        if let problem = state.problem { throw problem }
        if let scalar = JSONScalar.read(state.written) { return scalar }
        do throws(DecodingProblem) {
            return try JSONDecoding.decode(JSONValue.self, from: state.written)
        } catch {
            // Writers check depth and numbers, so what they wrote is JSON, except for values of the adopter's own.
            throw EncodingProblem(path: error.path, reason: .unrepresentable(error.description))
        }
    }
}
