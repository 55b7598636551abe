internal import ApusJSON

/// Finds values in a JSON text by JSON pointer (RFC 6901), without creating values for the rest.
package struct JSONLookup {
    private let bytes: [UInt8]
    private let tape: JSONTape

    /// nil when the bytes are not JSON.
    package init?(_ bytes: [UInt8]) {
        let tape = bytes.withUnsafeBufferPointer { buffer in
            try? JSONTape(scanning: buffer, maximumDepth: JSONDecoding.maximumDepth)
        }
        guard let tape else { return nil }
        self.bytes = bytes
        self.tape = tape
    }

    /// nil where the pointer has no target.
    package func value(at pointer: String) -> JSONValue? {
        find(Self.tokens(of: pointer), from: 0).flatMap { build($0) }
    }

    /// The value at `member` in the last element of the array at `pointer`.
    package func lastElement(of pointer: String, at member: String) -> JSONValue? {
        guard let array = find(Self.tokens(of: pointer), from: 0), tape[array].kind == .array else { return nil }
        var last: Int?
        var child = array + 1
        while child < tape[array].end {
            last = child
            child = tape[child].next(after: child)
        }
        return last.flatMap { find(Self.tokens(of: member), from: $0) }.flatMap { build($0) }
    }

    /// `/a~1b/c` → `a/b`, `c`
    package static func tokens(of pointer: String) -> [String] {
        guard !pointer.isEmpty else { return [] }
        let parts = pointer.split(separator: "/", omittingEmptySubsequences: false)
        return (pointer.hasPrefix("/") ? parts.dropFirst() : parts[...]).map(JSONPointer.unescape)
    }

    /// The names of an object's first members, as many as an error has.
    package func memberNames(at pointer: String) -> [String] {
        guard let object = find(Self.tokens(of: pointer), from: 0), tape[object].kind == .object else { return [] }
        var names: [String] = []
        var child = object + 1
        while child < tape[object].end, names.count < 100 {
            names.append(text(of: child))
            child = tape[child + 1].next(after: child + 1)
        }
        return names
    }

    private func find(_ tokens: [String], from start: Int) -> Int? {
        var index = start
        for token in tokens {
            guard let next = child(token, of: index) else { return nil }
            index = next
        }
        return index
    }

    /// The last of several members with equal names counts.
    private func child(_ token: String, of index: Int) -> Int? {
        let container = tape[index]
        guard container.kind == .object || container.kind == .array else { return nil }
        var found: Int?
        var child = index + 1
        var position = 0
        while child < container.end {
            let value = container.kind == .object ? child + 1 : child
            if container.kind == .object ? text(of: child).isSame(as: token) : String(position) == token {
                found = value
            }
            child = tape[value].next(after: value)
            position += 1
        }
        return found
    }

    private func text(of index: Int) -> String {
        let entry = tape[index]
        return bytes.withUnsafeBufferPointer { buffer in
            let content = buffer[entry.contentOffset..<entry.contentOffset + entry.length]
            return JSONString.decode(UnsafeBufferPointer(rebasing: content), hasEscapes: entry.hasEscapes)
        }
    }

    private func build(_ index: Int) -> JSONValue? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let state = DecodingState(bytes: base, entries: tape.entries, scalars: .typed)
            defer { state.deallocate() }
            return withExtendedLifetime(tape) { JSONTree.build(state, at: index) }
        }
    }
}
