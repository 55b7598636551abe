internal import ApusJSON

/// A reader positioned at one value of a body. It cannot be copied or stored: it is only valid inside the call that
/// received it.
public struct ValueReader: ~Copyable {
    let state: UnsafeMutablePointer<DecodingState>
    /// The tape index of the value, or -1 for a placeholder.
    var index: Int

    @inline(__always)
    init(state: UnsafeMutablePointer<DecodingState>, index: Int) {
        self.state = state
        self.index = index
    }

    /// Nothing more is read from a body with a problem.
    @inline(__always)
    var isReadable: Bool { index >= 0 && !state.pointee.hasFailed }

    @inline(__always)
    var entry: JSONTape.Entry { state.pointee.entries[index] }

    /// Whether the value is an object.
    package var isObject: Bool { isReadable && entry.kind == .object }

    /// Whether the value is `null`.
    public var isNull: Bool { isReadable && entry.kind == .null }

    /// Whether the stack has room for the container at this position.
    private func hasRoom() -> Bool {
        if state.pointee.stack.hasRoom { return true }
        state.pointee.runShort(at: index)
        return false
    }

    /// Reads the value as a `T`.
    public mutating func read<T: APIValue>() -> T { T(from: &self) }

    /// Reads an array.
    mutating func readArray<T: APIValue>() -> [T] {
        guard isReadable else { return [] }
        let array = entry
        guard array.kind == .array else {
            // In a form, an array with one element looks like a value; so does the innermost one of nested arrays.
            if state.pointee.scalars == .text { return hasRoom() ? [T(from: &self)] : [] }
            fail(expected: "array")
            return []
        }
        if array.childCount == 0 || !hasRoom() { return [] }
        // Strings are the most frequent element by far, and concrete code is three times as fast as generic code.
        if T.self == String.self { return unsafeBitCast(readStrings(array), to: [T].self) }
        if array.childCount > Self.readyMemory / max(1, MemoryLayout<T>.stride) { return readManyElements(array) }
        let state = state
        let first = index + 1
        return [T](unsafeUninitializedCapacity: array.childCount) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            var element = ValueReader(state: state, index: first)
            while element.index < array.end, !state.pointee.hasFailed {
                (base + count).initialize(to: T(from: &element))
                if state.pointee.hasFailed, state.pointee.dropMismatch() {
                    (base + count).deinitialize(count: 1)
                } else {
                    count += 1
                }
                element.index = element.entry.next(after: element.index)
            }
        }
    }

    /// The memory that is reserved for the elements of an array before the first of them has been read. Otherwise
    /// `[0,0,0…]` instead of models could request more memory than available.
    private static var readyMemory: Int { 32 << 20 }

    @inline(never)
    private func readManyElements<T: APIValue>(_ array: JSONTape.Entry) -> [T] {
        var elements: [T] = []
        var element = ValueReader(state: state, index: index + 1)
        while element.index < array.end, !state.pointee.hasFailed {
            let value = T(from: &element)
            if !state.pointee.hasFailed || !state.pointee.dropMismatch() { elements.append(value) }
            element.index = element.entry.next(after: element.index)
        }
        return elements
    }

    private func readStrings(_ array: JSONTape.Entry) -> [String] {
        let state = state
        let first = index + 1
        return [String](unsafeUninitializedCapacity: array.childCount) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            var element = ValueReader(state: state, index: first)
            while element.index < array.end, !state.pointee.hasFailed {
                let text = element.readString()
                if !state.pointee.hasFailed || !state.pointee.dropMismatch() {
                    (base + count).initialize(to: text)
                    count += 1
                }
                element.index = element.entry.next(after: element.index)
            }
        }
    }

    /// Reads an object with arbitrary member names; of members with equal names, the last one counts.
    mutating func readDictionary<T: APIValue>() -> [String: T] {
        guard isReadable else { return [:] }
        guard entry.kind == .object else {
            fail(expected: "object")
            return [:]
        }
        guard hasRoom() else { return [:] }
        let noted = state.pointee.notedCount
        var result: [String: T] = [:]
        result.reserveCapacity(min(entry.childCount, 4_096))
        var member = ValueReader(state: state, index: index + 1)
        let end = entry.end
        while member.index < end, !state.pointee.hasFailed {
            let key = state.pointee.key(at: member.index)
            member.index += 1
            let value = T(from: &member)
            if !state.pointee.hasFailed || !state.pointee.dropMismatch() { result[key] = value }
            member.index = member.entry.next(after: member.index)
        }
        state.pointee.hideKeys(of: index, since: noted)
        return result
    }

    /// The members of an object, by name.
    package mutating func readObject() -> ObjectReader {
        guard isReadable else { return ObjectReader(state: state) }
        guard entry.kind == .object else {
            fail(expected: "object")
            return ObjectReader(state: state)
        }
        return hasRoom() ? ObjectReader(state: state, object: index) : ObjectReader(state: state)
    }

    /// Reports that the value is not the expected one: `expected` completes the sentence "expected …, found …".
    ///
    /// The first problem of a body counts; later ones are ignored.
    public mutating func fail(expected: String) {
        state.pointee.fail(at: index, expected: expected)
    }
}
