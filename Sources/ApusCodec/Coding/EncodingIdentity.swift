/// Equality and hashing of models by their written form, in which the order of dictionary keys and the spelling of
/// numbers are normalized, and nothing is rounded or omitted.
enum EncodingIdentity {
    static func areEqual<Value: APIValue>(_ left: Value, _ right: Value) -> Bool {
        withIdentity(of: left) { first in
            withIdentity(of: right) { second in
                first.count == second.count && first.elementsEqual(second)
            }
        }
    }

    static func hash<Value: APIValue>(_ value: Value, into hasher: inout Hasher) {
        withIdentity(of: value) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    static func hashValue<Value: APIValue>(of value: Value) -> Int {
        var hasher = Hasher()
        hash(value, into: &hasher)
        return hasher.finalize()
    }

    private static func withIdentity<Value: APIValue, Result>(
        of value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        var state = EncodingState(style: .identity)
        defer { state.deallocate() }
        JSONEncoding.write(value, to: &state)
        return body(state.written)
    }
}
