internal import ApusJSON

/// A value as the JSON text that it writes for a request, for formats that consist of members: parameters, forms and parts, which cannot carry
/// members that models do not name.
///
/// The text is read where it lies: a member is found in it, and is text itself, without a tree of all of them.
package enum WrittenValue: Sendable {
    case null
    case string(String)
    /// The text of a number or a boolean.
    case literal(String)
    case array(WrittenContainer)
    case object(WrittenContainer)

    /// - Parameter writesUnknown: Whether members are written that came and that models do not name.
    /// - Throws: The problem of the value, or of its text where an adopter's own type wrote what is not JSON.
    package init<Value: APIValue>(
        _ value: Value, for purpose: EncodingPurpose = .request, writesUnknown: Bool = false
    ) throws(EncodingProblem) {
        var state = EncodingState(style: purpose == .request ? .request : .storage)
        defer { state.deallocate() }
        state.writesUnknown = writesUnknown
        self = try WrittenValue(value, to: &state)
    }

    /// The value, and the values in it that are kept apart from the text.
    package static func separating<Value: APIValue>(
        _ value: Value, for purpose: EncodingPurpose = .request
    ) throws(EncodingProblem) -> (value: WrittenValue, shelf: ValueShelf) {
        var state = EncodingState(style: purpose == .request ? .request : .storage)
        defer { state.deallocate() }
        state.writesUnknown = false
        state.shelf = ValueShelf()
        let written = try WrittenValue(value, to: &state)
        return (written, state.shelf ?? ValueShelf())
    }

    /// - Parameter state: A state that holds nothing yet.
    private init<Value: APIValue>(_ value: Value, to state: inout EncodingState) throws(EncodingProblem) {
        JSONEncoding.write(value, to: &state)
        if let problem = state.problem { throw problem }
        if let scalar = JSONScalar.read(state.written) {
            self = scalar
            return
        }
        do throws(DecodingProblem) {
            self = try WrittenText(Array(state.written)).value(at: 0)
        } catch {
            // Writers check depth and numbers, so what they wrote is JSON, except for values of the adopter's own.
            throw EncodingProblem(path: error.path, reason: .unrepresentable(error.description))
        }
    }

    /// The value in a location that contains one text; nil for `null`, and JSON text for a container.
    package var text: String? {
        switch self {
        case .null: nil
        case .string(let text), .literal(let text): text
        case .array(let container), .object(let container): container.json
        }
    }

    package var json: String {
        switch self {
        case .null: "null"
        case .string(let text): JSONString.quote(text)
        case .literal(let text): text
        case .array(let container), .object(let container): container.json
        }
    }

    package var tree: JSONValue {
        switch self {
        case .null: .null
        case .string(let text): .string(text)
        case .literal("true"): .bool(true)
        case .literal("false"): .bool(false)
        case .literal(let text): .number(JSONNumber(unchecked: text))
        case .array(let container), .object(let container): container.tree
        }
    }

    package var isContainer: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }
}

/// An array or an object in the text of a value.
package struct WrittenContainer: Sendable {
    private let text: WrittenText
    /// The index of its entry.
    private let index: Int

    fileprivate init(_ text: WrittenText, at index: Int) {
        self.text = text
        self.index = index
    }

    package var elements: [WrittenValue] { children.map(text.value) }

    /// In the order of the text; of members with equal names, the last value at the position of the first.
    package var members: [(name: String, value: WrittenValue)] {
        let members = children.map { (name: text.string(at: $0), value: text.value(at: $0 + 1)) }
        if text.isRegular(at: index) { return members }
        var unique: [(name: String, value: WrittenValue)] = []
        var positions: [ByteText: Int] = [:]
        for member in members {
            if let position = positions[ByteText(member.name)] {
                unique[position].value = member.value
            } else {
                positions[ByteText(member.name)] = unique.count
                unique.append(member)
            }
        }
        return unique
    }

    package var json: String { text.json(at: index) }
    package var tree: JSONValue { text.tree(at: index) }

    /// The indices of the elements of an array, and of the keys of an object.
    private var children: [Int] {
        let container = text[index]
        var children: [Int] = []
        children.reserveCapacity(container.childCount)
        var child = index + 1
        while child < container.end {
            children.append(child)
            let value = container.kind == .object ? child + 1 : child
            child = text[value].next(after: value)
        }
        return children
    }
}

/// A JSON text and its tokens.
private final class WrittenText: Sendable {
    private let bytes: [UInt8]
    private let tape: JSONTape

    init(_ bytes: [UInt8]) throws(DecodingProblem) {
        self.bytes = bytes
        tape = try bytes.withUnsafeBufferPointer { (buffer) throws(DecodingProblem) in
            do throws(JSONSyntaxError) {
                return try JSONTape(scanning: buffer, maximumDepth: JSONDecoding.maximumDepth)
            } catch {
                throw DecodingProblem(error, in: buffer)
            }
        }
    }

    subscript(index: Int) -> JSONTape.Entry { tape[index] }

    func value(at index: Int) -> WrittenValue {
        let entry = tape[index]
        switch entry.kind {
        case .null: return .null
        case .true: return .literal("true")
        case .false: return .literal("false")
        case .number: return .literal(string(at: index))
        case .string, .key: return .string(string(at: index))
        case .array: return .array(WrittenContainer(self, at: index))
        case .object: return .object(WrittenContainer(self, at: index))
        }
    }

    /// The content of a string or a key, the digits of a number.
    func string(at index: Int) -> String {
        let entry = tape[index]
        return bytes.withUnsafeBufferPointer { buffer in
            let content = buffer[entry.contentOffset..<entry.contentOffset + entry.length]
            return JSONString.decode(UnsafeBufferPointer(rebasing: content), hasEscapes: entry.hasEscapes)
        }
    }

    /// Whether the names of an object are distinct.
    func isRegular(at index: Int) -> Bool { MemberNames.areRegular(tape.entries, object: index) }

    func tree(at index: Int) -> JSONValue {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return .null }
            let state = DecodingState(bytes: base, entries: tape.entries, scalars: .typed)
            defer { state.deallocate() }
            return JSONTree.build(state, at: index)
        }
    }

    /// The text of a container, whose entry has no length: up to the bracket that closes it.
    func json(at index: Int) -> String {
        let start = Int(tape[index].offset)
        var (end, depth, isInString) = (start, 0, false)
        repeat {
            switch bytes[end] {
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "\\") where isInString: end += 1
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += isInString ? 0 : 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= isInString ? 0 : 1
            default: break
            }
            end += 1
        } while depth > 0
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
