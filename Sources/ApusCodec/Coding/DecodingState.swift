internal import ApusJSON

/// State shared by all readers of one decoding. It is stored on the stack of `JSONDecoding.decode`; readers are not
/// copyable, so none outlives it.
struct DecodingState {
    let bytes: UnsafePointer<UInt8>
    let entries: UnsafePointer<JSONTape.Entry>
    /// The representation of scalars.
    var scalars: ScalarForm
    private(set) var stack = StackGuard()
    /// Whether the stack was too small for the value; the result is then invalid.
    private(set) var hasRunShort = false
    /// The case of each union that the format determines, by the index of the value; -1 for none.
    var choices: UnsafeMutablePointer<[Int: Int]>?
    /// The offset of dates without one, in seconds east of UTC.
    let dateOffset: Int
    /// The findings that are not problems; nil: they are not recorded.
    var notes: UnsafeMutablePointer<DecodingNotes>?
    /// The differences to the document; nil: they are not observed.
    var observation: UnsafeMutablePointer<DecodingObservation>?
    /// Whether mismatches may be dropped, and numbers be read from their text; false while another alternative of a
    /// union may fit.
    var isLenient = true
    /// The first problem, and the attempts of unions. Stored behind a pointer, so that this struct copies as plain
    /// bits.
    private let record: UnsafeMutablePointer<Record>
    /// Whether every further value is a placeholder.
    private(set) var hasFailed = false

    struct Failure {
        let index: Int
        let missingMember: String?
        let expected: String
        /// Whether no other alternative of a union can fit.
        let isFinal: Bool
    }

    /// Data that only a body with a problem needs.
    private struct Record {
        var failure: Failure?
        var attempts = UnionAttempts()
        /// For strict reading: the names that alternatives of a union declare for members of an object, by its index.
        var documented: [Int: Set<ByteText>] = [:]
        /// The values that the format brought apart from its text, such as files.
        let shelf: ValueShelf?
    }

    init(
        bytes: UnsafePointer<UInt8>, entries: UnsafePointer<JSONTape.Entry>, scalars: ScalarForm,
        shelf: ValueShelf? = nil
    ) {
        self.bytes = bytes
        self.entries = entries
        self.scalars = scalars
        dateOffset = DecodingContext.current?.datesWithoutOffset ?? 0
        record = .allocate(capacity: 1)
        record.initialize(to: Record(shelf: shelf))
    }

    func deallocate() {
        record.deinitialize(count: 1)
        record.deallocate()
    }

    /// Restarts on another stack.
    mutating func restart(on stack: StackGuard) {
        self.stack = stack
        hasRunShort = false
        hasFailed = false
        isLenient = true
        observation?.pointee.restart()
        record.pointee = Record(shelf: shelf)
    }

    var shelf: ValueShelf? { record.pointee.shelf }

    /// Ends the reading at a container that exceeds the stack.
    @inline(never)
    mutating func runShort(at index: Int) {
        hasRunShort = true
        fail(at: index, expected: "shallower nesting", isFinal: true)
    }

    /// Records the first problem.
    @inline(never)
    mutating func fail(at index: Int, expected: String, missingMember: String? = nil, isFinal: Bool = false) {
        guard !hasFailed, index >= 0 else { return }
        hasFailed = true
        record.pointee.failure = Failure(
            index: index, missingMember: missingMember, expected: expected, isFinal: isFinal)
    }

    /// Records a value that strict reading refuses.
    func note(at index: Int, expected: String) {
        if let observation { observation.pointee.note(unexpectedTypeAt: index, in: entries) }
        guard let notes, notes.pointee.purpose == .strictness else { return }
        notes.pointee.add(Failure(index: index, missingMember: nil, expected: expected, isFinal: false))
    }

    /// Withdraws the problem of an optional value; returns false where mismatches are to be reported.
    @inline(never)
    mutating func dropMismatch() -> Bool {
        guard hasFailed, isLenient, let notes, notes.pointee.purpose == .dropping, let problem = record.pointee.failure
        else { return false }
        notes.pointee.add(problem)
        observation?.pointee.note(problem, in: entries)
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

    /// The name as the key of a dictionary; an unusable name is a problem.
    mutating func key(at index: Int) -> String {
        let name = text(of: entries[index])
        if MemberNames.canBeKey(name) { return name }
        fail(at: index, expected: "a name of at most \(MemberNames.mostMarks) combining marks in a row", isFinal: true)
        return ""
    }

    var problem: DecodingProblem? { tapeProblem.map(describe) }

    /// Adds the path to a problem.
    func describe(_ problem: TapeProblem) -> DecodingProblem {
        var path = TapePath(bytes: bytes, entries: entries)
        path.descend(to: problem.index)
        if let member = problem.missingMember { path.append(key: member) }
        return DecodingProblem(
            path: path.text, offset: Int(entries[problem.index].offset), expected: problem.expected,
            found: problem.found)
    }

    /// Reports the differences, among them a problem that ends the decoding.
    func report(to observation: ContractObservation) {
        guard let found = self.observation else { return }
        if let failure = record.pointee.failure {
            guard observation.tellsFailures else { return }
            if !hasRunShort { found.pointee.note(failure, in: entries) }
        }
        found.pointee.report(by: self, to: observation)
    }

    /// The first problem, by its tape index.
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

/// The number of findings at one point of a decoding.
struct NotedCount {
    let notes: Int
    let differences: Int
}

/// Support for attempts of unions: after an alternative that fails to decode, the next one is tried.
extension DecodingState {
    /// Withdraws the problem of an alternative with `count` entries, and the findings since; returns false for a
    /// problem that no other alternative avoids.
    mutating func forgive(entries count: Int, noted kept: NotedCount) -> Bool {
        guard hasFailed, record.pointee.failure?.isFinal == false else { return false }
        notes?.pointee.truncate(to: kept.notes)
        observation?.pointee.truncate(to: kept.differences)
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

    /// Whether the client drops values that do not fit.
    var drops: Bool { notes?.pointee.purpose == .dropping }

    /// The number of findings that are not problems.
    @inline(__always)
    var notedCount: NotedCount {
        NotedCount(
            notes: notes == nil ? 0 : notes?.pointee.count ?? 0,
            differences: observation == nil ? 0 : observation?.pointee.findings.count ?? 0)
    }

    /// Hides the keys of a map, or a key, in the pointers of the findings since `noted`: they are data.
    @inline(__always)
    func hideKeys(of container: Int, since noted: NotedCount) {
        guard let observation else { return }
        observation.pointee.hideKeys(of: container, since: noted.differences)
    }

    /// Whether unions may try further alternatives; the size of the body limits all attempts together.
    var mayAttempt: Bool { record.pointee.attempts.spent < UnionAttempts.limit(entries: entries[0].next(after: 0)) }

    /// The alternative of a union that was decoded after another had failed, -1 for none: a value that is read again,
    /// because an enclosing union tries its own alternatives, does not repeat the attempts.
    func knownChoice<Union>(of type: Union.Type, at index: Int) -> Int? {
        record.pointee.attempts.choices.isEmpty ? nil : record.pointee.attempts.choices[.init(type, at: index)]
    }

    mutating func recordChoice<Union>(_ type: Union.Type, at index: Int, _ choice: Int) {
        record.pointee.attempts.choices[.init(type, at: index)] = choice
    }
}
