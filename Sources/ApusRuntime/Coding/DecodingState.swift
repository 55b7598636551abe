internal import ApusJSON

/// What all readers of one decoding share. It lives on the stack of `JSONDecoding.decode`; readers are not copyable, so none outlives it.
struct DecodingState {
    let bytes: UnsafePointer<UInt8>
    let entries: UnsafePointer<JSONTape.Entry>
    /// How scalars arrive.
    var scalars: ScalarForm
    let stack = StackGuard()
    /// Which case of a union it is, where the format tells; by the index of the value, -1 for none.
    var choices: UnsafeMutablePointer<[Int: Int]>?
    /// The offset of dates that name none, in seconds east of UTC.
    let dateOffset: Int
    /// Where findings go that are no problems; nil: nobody asks.
    var notes: UnsafeMutablePointer<DecodingNotes>?
    /// The first problem. Behind a pointer, so that this struct copies as plain bits.
    private let failure: UnsafeMutablePointer<Failure?>
    /// Whether everything from now on is a placeholder.
    private(set) var hasFailed = false

    /// JSON types its scalars; in forms, parts and XML every scalar arrives as a string token and the model says what it is.
    enum ScalarForm { case typed, text }

    struct Failure {
        let index: Int
        let missingMember: String?
        let expected: String
    }

    init(bytes: UnsafePointer<UInt8>, entries: UnsafePointer<JSONTape.Entry>, scalars: ScalarForm) {
        self.bytes = bytes
        self.entries = entries
        self.scalars = scalars
        dateOffset = DecodingContext.current?.datesWithoutOffset ?? 0
        failure = .allocate(capacity: 1)
        failure.initialize(to: nil)
    }

    func deallocate() {
        failure.deinitialize(count: 1)
        failure.deallocate()
    }

    /// Keeps the first problem.
    @inline(never)
    mutating func fail(at index: Int, expected: String, missingMember: String? = nil) {
        guard !hasFailed, index >= 0 else { return }
        hasFailed = true
        failure.pointee = Failure(index: index, missingMember: missingMember, expected: expected)
    }

    /// Keeps that a value was read that strict reading refuses.
    func note(at index: Int, expected: String) {
        guard let notes, notes.pointee.purpose == .strictness else { return }
        notes.pointee.add(Failure(index: index, missingMember: nil, expected: expected))
    }

    /// Takes the problem back of a value that may be absent; false where mismatches are to be told.
    @inline(never)
    mutating func dropMismatch() -> Bool {
        guard hasFailed, let notes, notes.pointee.purpose == .dropping, let problem = failure.pointee else {
            return false
        }
        notes.pointee.add(problem)
        failure.pointee = nil
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
    var tapeProblem: TapeProblem? { failure.pointee.map(tapeProblem) }

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
