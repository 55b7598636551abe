internal import ApusJSON

/// What all writers of one encoding share: the bytes so far and the first problem. It lives on the stack of the encoding call.
struct EncodingState {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    let style: EncodingStyle
    private(set) var failure: Failure?
    var depth = 0
    private var stack = StackGuard()
    /// Whether the stack was too small for the value; what was written is of no use then.
    private(set) var hasRunShort = false
    /// The discriminators of the unions around what is being written. Those from `pending` on have no object yet: the next one
    /// begins with them, in place of its own members of these names.
    var discriminators: [Discriminator] = []
    var pending = 0
    /// Whether ``types`` are wanted: by formats that say of a union's value which case it is.
    var notesTypes = false
    /// The types that were written as values of their own, outside in, by where they begin.
    private(set) var types: [Int: [ObjectIdentifier]] = [:]
    /// Where values go that the format sends apart from the text, such as files; nil: all are written into it.
    var shelf: ValueShelf?
    /// Whether models write the members that came and have no name in them; in JSON only.
    var writesUnknown: Bool
    /// Models with constraints, where they begin; only gathered for validation.
    var constrained: [Constrained]?
    /// Values of open enumerations and unions that the document does not name, where they begin; only gathered for strict reading.
    var unknown: [Unknown]?

    struct Failure {
        let offset: Int
        let reason: EncodingProblem.Reason
    }

    struct Discriminator {
        let name: StaticString
        let value: StaticString
        /// Values that stand for the same alternative: the model may hold one of them.
        let others: [StaticString]
        /// Whether the values are strings; otherwise they are texts of numbers or booleans.
        let isText: Bool
    }

    struct Constrained {
        let offset: Int
        let constraints: StaticString
    }

    struct Unknown {
        let offset: Int
        /// Whether it stands where one of several alternatives does; otherwise where one of several constants does.
        let isAlternative: Bool
    }

    /// Notes a model that begins here, if it has constraints.
    mutating func noteConstraints<T>(of type: T.Type) {
        guard constrained != nil, let type = type as? any APIConstrained.Type else { return }
        constrained?.append(Constrained(offset: count, constraints: type.constraints))
    }

    /// Notes a value that begins here and that the document does not name.
    mutating func noteUnknown(isAlternative: Bool) {
        unknown?.append(Unknown(offset: count, isAlternative: isAlternative))
    }

    /// As deep as readers go.
    static let maximumDepth = 512

    init(style: EncodingStyle, capacity: Int = 512) {
        self.style = style
        self.capacity = capacity
        writesUnknown = style != .description
        base = .allocate(capacity: capacity)
    }

    func deallocate() { base.deallocate() }

    /// Begins again on another stack; what was asked for before anything was written stays.
    mutating func restart(on stack: StackGuard) {
        self.stack = stack
        hasRunShort = false
        count = 0
        failure = nil
        depth = 0
        discriminators = []
        pending = 0
        types = [:]
        if shelf != nil { shelf = ValueShelf() }
        if constrained != nil { constrained = [] }
        if unknown != nil { unknown = [] }
    }

    /// Whether the stack has room for another level; where it has not, that is a problem, and the value is to be written again.
    @inline(__always)
    mutating func hasRoom() -> Bool {
        if stack.hasRoom { return true }
        hasRunShort = true
        fail(.nestingTooDeep(limit: depth))
        return false
    }

    /// The discriminators that an object which begins now has to write.
    mutating func takePending() -> Range<Int> {
        let range = pending..<discriminators.count
        pending = discriminators.count
        return range
    }

    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    @inline(never)
    mutating func note<T>(_ type: T.Type) { types[count, default: []].append(ObjectIdentifier(type)) }

    /// Makes room for `length` more bytes.
    @inline(__always)
    mutating func reserve(_ length: Int) {
        if count &+ length > capacity { grow(by: length) }
    }

    @inline(never)
    private mutating func grow(by length: Int) {
        let larger = max(capacity * 2, count + length)
        let replacement = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        replacement.moveInitialize(from: base, count: count)
        base.deallocate()
        base = replacement
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    /// Takes back what was written behind an offset.
    mutating func truncate(to offset: Int) { count = min(count, max(0, offset)) }

    /// A discriminator's value, as it stands on the wire.
    mutating func append(_ value: StaticString, isText: Bool) {
        if isText { appendString(value) } else { append(value) }
    }

    /// Counts bytes that were stored beyond `count`, within what was reserved.
    @inline(__always)
    mutating func advance(_ length: Int) { count &+= length }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: source, count: bytes.count)
        count &+= bytes.count
    }

    /// Text that needs no escapes: numbers, names of types.
    mutating func append(plain text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Keeps the first problem; the bytes stay well-formed, because its place is found in them afterwards.
    mutating func fail(_ reason: EncodingProblem.Reason) {
        if failure == nil { failure = Failure(offset: count, reason: reason) }
        append("null")
    }

    var problem: EncodingProblem? {
        guard let failure else { return nil }
        guard let tape = try? JSONTape(scanning: written, maximumDepth: Self.maximumDepth + 8) else {
            return EncodingProblem(path: "", reason: failure.reason)
        }
        var path = TapePath(bytes: UnsafePointer(base), entries: tape.entries)
        let index = (0..<tape.count).first { tape[$0].offset == failure.offset }
        path.descend(to: index ?? 0)
        return EncodingProblem(path: path.text, reason: failure.reason)
    }
}
