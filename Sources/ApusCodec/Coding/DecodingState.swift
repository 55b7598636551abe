internal import ApusJSON

/// What all readers of one decoding share. It lives on the stack of `JSONDecoding.decode`; readers are not copyable, so none outlives it.
struct DecodingState {
    let bytes: UnsafePointer<UInt8>
    let entries: UnsafePointer<JSONTape.Entry>
    /// How scalars arrive.
    var scalars: ScalarForm
    private(set) var stack = StackGuard()
    /// Whether the stack was too small for the value; what was read is of no use then.
    private(set) var hasRunShort = false
    /// Which case of a union it is, where the format tells; by the index of the value, -1 for none.
    var choices: UnsafeMutablePointer<[Int: Int]>?
    /// The offset of dates that name none, in seconds east of UTC.
    let dateOffset: Int
    /// Where findings go that are no problems; nil: nobody asks.
    var notes: UnsafeMutablePointer<DecodingNotes>?
    /// Whether mismatches may be dropped, and numbers be read from their text; not while another alternative of a union may fit.
    var isLenient = true
    /// The first problem, and what unions have tried. Behind a pointer, so that this struct copies as plain bits.
    private let record: UnsafeMutablePointer<Record>
    /// Whether everything from now on is a placeholder.
    private(set) var hasFailed = false

    struct Failure {
        let index: Int
        let missingMember: String?
        let expected: String
        /// Whether no alternative of a union could do better.
        let isFinal: Bool
    }

    /// What only a body with a problem fills.
    private struct Record {
        var failure: Failure?
        var attempts = UnionAttempts()
        /// For strict reading: the names that alternatives of a union give to members of an object, by its index.
        var documented: [Int: Set<ByteText>] = [:]
    }

    init(bytes: UnsafePointer<UInt8>, entries: UnsafePointer<JSONTape.Entry>, scalars: ScalarForm) {
        self.bytes = bytes
        self.entries = entries
        self.scalars = scalars
        dateOffset = DecodingContext.current?.datesWithoutOffset ?? 0
        record = .allocate(capacity: 1)
        record.initialize(to: Record())
    }

    func deallocate() {
        record.deinitialize(count: 1)
        record.deallocate()
    }

    /// Begins again on another stack.
    mutating func restart(on stack: StackGuard) {
        self.stack = stack
        hasRunShort = false
        hasFailed = false
        isLenient = true
        record.pointee = Record()
    }

    /// Ends the reading at a container that the stack has no room for.
    @inline(never)
    mutating func runShort(at index: Int) {
        hasRunShort = true
        fail(at: index, expected: "shallower nesting", isFinal: true)
    }

    /// Keeps the first problem.
    @inline(never)
    mutating func fail(at index: Int, expected: String, missingMember: String? = nil, isFinal: Bool = false) {
        guard !hasFailed, index >= 0 else { return }
        hasFailed = true
        record.pointee.failure = Failure(
            index: index, missingMember: missingMember, expected: expected, isFinal: isFinal)
    }

    /// Keeps that a value was read that strict reading refuses.
    func note(at index: Int, expected: String) {
        guard let notes, notes.pointee.purpose == .strictness else { return }
        notes.pointee.add(Failure(index: index, missingMember: nil, expected: expected, isFinal: false))
    }

    /// Takes the problem back of a value that may be absent; false where mismatches are to be told.
    @inline(never)
    mutating func dropMismatch() -> Bool {
        guard hasFailed, isLenient, let notes, notes.pointee.purpose == .dropping, let problem = record.pointee.failure
        else { return false }
        notes.pointee.add(problem)
        record.pointee.failure = nil
        hasFailed = false
        return true
    }

    /// The bytes of a token's content.
    @inline(__always)
    func content(of entry: JSONTape.Entry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + entry.contentOffset, count: entry.length)
    }

    func text(of entry: JSONTape.Entry) -> String {
        JSONString.decode(content(of: entry), hasEscapes: entry.hasEscapes)
    }

    /// A name that becomes the key of a dictionary; one that none can have is a problem.
    mutating func key(at index: Int) -> String {
        let name = text(of: entries[index])
        if MemberNames.canBeKey(name) { return name }
        fail(at: index, expected: "a name of at most \(MemberNames.mostMarks) combining marks in a row", isFinal: true)
        return ""
    }

    var problem: DecodingProblem? { tapeProblem.map(describe) }

    /// A problem with the path to it.
    func describe(_ problem: TapeProblem) -> DecodingProblem {
        var path = TapePath(bytes: bytes, entries: entries)
        path.descend(to: problem.index)
        if let member = problem.missingMember { path.append(key: member) }
        return DecodingProblem(
            path: path.text, offset: Int(entries[problem.index].offset), expected: problem.expected,
            found: problem.found)
    }

    /// The first problem, by its place on the tape.
    var tapeProblem: TapeProblem? { record.pointee.failure.map(tapeProblem) }

    func tapeProblem(_ failure: Failure) -> TapeProblem {
        let found = failure.missingMember == nil ? excerpt(of: entries[failure.index]) : "nothing"
        return TapeProblem(
            index: failure.index, missingMember: failure.missingMember, expected: failure.expected, found: found)
    }

    private func excerpt(of entry: JSONTape.Entry) -> String {
        switch entry.kind {
        case .null: return "null"
        case .true: return "true"
        case .false: return "false"
        case .array: return "an array"
        case .object: return "an object"
        case .number: return shortened(String(decoding: content(of: entry), as: UTF8.self))
        case .string, .key: return "\"\(shortened(text(of: entry)))\""
        }
    }

    private func shortened(_ text: String) -> String {
        text.unicodeScalars.count <= 40 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…"
    }
}

/// What unions try: an alternative that fails to read makes room for the next one.
extension DecodingState {
    /// Takes the problem back that an alternative of so many entries had, and what was noted since; false for one that no other alternative
    /// could mend.
    mutating func forgive(entries count: Int, notes kept: Int) -> Bool {
        guard hasFailed, record.pointee.failure?.isFinal == false else { return false }
        notes?.pointee.truncate(to: kept)
        hasFailed = false
        record.pointee.failure = nil
        record.pointee.attempts.spent += count
        return true
    }

    var isStrict: Bool { notes?.pointee.purpose == .strictness }

    func documentedNames(at index: Int) -> Set<ByteText> {
        isStrict ? record.pointee.documented[index] ?? [] : []
    }

    mutating func document(_ names: Set<ByteText>, at index: Int) {
        record.pointee.documented[index, default: []].formUnion(names)
    }

    /// Whether the client drops what does not fit.
    var drops: Bool { notes?.pointee.purpose == .dropping }

    /// How much was noted that is no problem.
    @inline(__always)
    var notedCount: Int { notes == nil ? 0 : notes?.pointee.count ?? 0 }

    /// Whether unions may try further alternatives; the whole of their attempts is bounded by the size of the body.
    var mayAttempt: Bool { record.pointee.attempts.spent < UnionAttempts.limit(entries: entries[0].next(after: 0)) }

    /// The alternative of a union that was read after another had failed, -1 for none: a value that is read again, because a union
    /// around it tries its own alternatives, is not tried again.
    func settledChoice<Union>(of type: Union.Type, at index: Int) -> Int? {
        record.pointee.attempts.settled.isEmpty ? nil : record.pointee.attempts.settled[.init(type, at: index)]
    }

    mutating func settle<Union>(_ type: Union.Type, at index: Int, _ choice: Int) {
        record.pointee.attempts.settled[.init(type, at: index)] = choice
    }
}
