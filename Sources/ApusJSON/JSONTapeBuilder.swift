/// Builds a tape from values that are not JSON text, such as those of an XML document, in document order.
///
/// The result equals a scan of the same values: readers cannot distinguish the two.
package struct JSONTapeBuilder {
    /// The text of keys, strings and numbers; entries point into it.
    package private(set) var text: [UInt8] = []
    private var entries: [JSONTape.Entry] = []
    private var open: [Int] = []

    package init() {}

    /// The index of the next entry.
    package var count: Int { entries.count }

    package mutating func null() { append(.null, "null", quote: false) }

    package mutating func bool(_ value: Bool) {
        append(value ? .true : .false, value ? "true" : "false", quote: false)
    }

    /// - Parameter digits: A number in the syntax of RFC 8259, section 6.
    package mutating func number(_ digits: String) {
        let isInteger = digits.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- UInt8(ascii: "0") < 10 }
        append(.number, digits, quote: false, flags: isInteger ? JSONTape.Entry.integer : 0)
    }

    package mutating func string(_ value: String) { append(.string, value, quote: true) }

    /// The name of the next value's member.
    package mutating func key(_ name: String) {
        let start = text.count + 1
        append(.key, name, quote: true)
        let hash = text.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { JSONKeyHash.shared.hash($0 + start, count: buffer.count - start) } ?? 0
        }
        entries[entries.count - 1].extra = hash
    }

    package mutating func beginObject() { begin(.object) }

    package mutating func beginArray() { begin(.array) }

    /// Ends the innermost container.
    package mutating func end() {
        guard let container = open.popLast() else { return }
        entries[container].extent = UInt32(truncatingIfNeeded: entries.count)
    }

    private mutating func begin(_ kind: JSONTape.Kind) {
        countChild(kind)
        open.append(entries.count)
        entries.append(JSONTape.Entry(kind: kind, offset: text.count, extent: 0))
    }

    /// The content of strings and keys begins one byte after their offset, as after the quote in JSON.
    private mutating func append(_ kind: JSONTape.Kind, _ content: String, quote: Bool, flags: UInt8 = 0) {
        countChild(kind)
        let offset = text.count
        if quote { text.append(UInt8(ascii: "\"")) }
        let start = text.count
        text += content.utf8
        let isASCII = text[start...].allSatisfy { $0 < 0x80 }
        entries.append(
            JSONTape.Entry(
                kind: kind, offset: offset, extent: text.count - start,
                flags: flags | (isASCII ? 0 : JSONTape.Entry.nonASCII)))
    }

    /// The members of an object are counted by their keys.
    private mutating func countChild(_ kind: JSONTape.Kind) {
        guard let container = open.last, entries[container].kind == .array || kind == .key else { return }
        entries[container].extra += 1
    }

    fileprivate func makeStorage() -> JSONTape.Storage {
        let copy = UnsafeMutablePointer<JSONTape.Entry>.allocate(capacity: max(1, entries.count))
        entries.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { copy.initialize(from: base, count: buffer.count) }
        }
        return JSONTape.Storage(adopting: copy, count: entries.count)
    }
}

extension JSONTape {
    /// - Parameter builder: A builder with at least one value and without open containers.
    package init(_ builder: JSONTapeBuilder) {
        storage = builder.makeStorage()
        count = storage.count
    }
}
