internal import ApusJSON

/// The only use of the codec in requests and responses.
package enum JSONBridge {
    package static func encode<Value: APIValue>(
        _ value: Value, for purpose: EncodingPurpose = .request
    ) throws(EncodingProblem) -> [UInt8] {
        try JSONEncoding.encode(value, for: purpose)
    }

    /// Encoding a tree never fails.
    package static func encode(_ tree: JSONValue) -> [UInt8] {
        (try? JSONEncoding.encode(tree, for: .storage)) ?? []
    }

    package static func decode(_ bytes: [UInt8]) -> JSONValue? {
        try? JSONDecoding.decode(JSONValue.self, from: bytes)
    }

    /// The same for the tree of a format whose scalars are all texts.
    ///
    /// - Parameter shelf: The values that the format brought apart from its text.
    package static func decode<Value: APIValue>(
        _ tree: JSONValue, with shelf: ValueShelf? = nil, as type: Value.Type = Value.self,
        problem: inout DecodingProblem?
    ) -> Value {
        guard problem == nil else { return placeholder() }
        do throws(DecodingProblem) {
            return try tree.serialized().withUnsafeBufferPointer { (buffer) throws(DecodingProblem) in
                try JSONDecoding.decode(type, from: buffer, scalars: .text, shelf: shelf)
            }
        } catch {
            problem = error
            return placeholder()
        }
    }

    /// Returns a placeholder when there is a problem, from before or from this call.
    package static func decode<Value: APIValue>(
        _ bytes: [UInt8], as type: Value.Type, scalars: ScalarForm = .typed, isStrict: Bool = false,
        problem: inout DecodingProblem?
    ) -> Value {
        guard problem == nil else { return placeholder() }
        do throws(DecodingProblem) {
            if isStrict { return try JSONDecoding.decodeStrictly(type, from: bytes) }
            return try bytes.withUnsafeBufferPointer { (buffer) throws(DecodingProblem) in
                try JSONDecoding.decode(type, from: buffer, scalars: scalars)
            }
        } catch {
            problem = error
            return placeholder()
        }
    }

    /// The value of a model that reads nothing: index -1 is never looked up, so the memory behind it is never read.
    package static func placeholder<Value: APIValue>() -> Value {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        let entries = UnsafeMutablePointer<JSONTape.Entry>.allocate(capacity: 1)
        defer {
            bytes.deallocate()
            entries.deallocate()
        }
        var state = DecodingState(bytes: bytes, entries: entries, scalars: .typed)
        defer { state.deallocate() }
        return withUnsafeMutablePointer(to: &state) { pointer in
            var reader = ValueReader(state: pointer, index: -1)
            return Value(from: &reader)
        }
    }
}
