internal import ApusJSON

extension JSONDecoding {
    /// Decodes a body that must match the document strictly: see ``surprises(in:as:)``. The first surprise is the
    /// problem.
    public static func decodeStrictly<T: APIValue>(
        _ type: T.Type = T.self, from bytes: [UInt8]
    ) throws(DecodingProblem) -> T {
        let (value, lenient) = try decodeNoting(type, from: bytes)
        if let problem = lenient.first { throw problem }
        let reading = StrictReading(bytes)
        guard let surprise = reading.surprises(value).first else { return value }
        throw DecodingProblem(
            path: surprise.path, offset: reading.offset(of: surprise.path), expected: surprise.demand,
            found: "something else (\(surprise.keyword))")
    }

    /// The mismatches of a body that lenient reading accepts, in this order: values in another form than the
    /// document's, duplicate names, members that no model describes or keeps, unknown values of open enumerations and
    /// unions, violated limits and constants.
    public static func surprises<T: APIValue>(
        in bytes: [UInt8], as type: T.Type
    ) throws(DecodingProblem) -> [Violation] {
        let (value, lenient) = try decodeNoting(type, from: bytes)
        return lenient.map { Violation(path: $0.path, keyword: "format", demand: $0.expected) }
            + StrictReading(bytes).surprises(value)
    }

    /// A value, and the values that were read in another form than the document's.
    private static func decodeNoting<T: APIValue>(
        _ type: T.Type, from bytes: [UInt8]
    ) throws(DecodingProblem) -> (value: T, notes: [DecodingProblem]) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(DecodingProblem) in
            try decode(type, from: buffer, scalars: .typed, for: .strictness)
        }
    }
}

/// A body together with the value that was read from it.
private struct StrictReading {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Members that are present and are not written again are undocumented.
    func surprises<T: APIValue>(_ value: T) -> [Violation] {
        guard let kept = try? JSONValue(known: value, for: .storage),
            let whole = try? JSONDecoding.decode(JSONValue.self, from: bytes)
        else { return [] }
        return repetitions() + UnknownMemberSearch.find(in: whole, beside: kept) + value.violations(isStrict: true)
    }

    private func repetitions() -> [Violation] {
        withTape { tape, state in
            var found: [Violation] = []
            var walk = TapeWalk(state)
            for index in 0..<tape.count where tape[index].kind == .object && found.count < ConstraintChecker.most {
                var seen: Set<ByteText> = []
                var key = index + 1
                while key < tape[index].end {
                    let name = state.text(of: tape[key])
                    if !seen.insert(ByteText(name)).inserted, found.count < ConstraintChecker.most {
                        walk.move(to: index)
                        let path = TapePath.append(key: name, to: walk.path)
                        let demand = "a name that occurs once"
                        found.append(Violation(path: path, keyword: "uniqueNames", demand: demand))
                    }
                    key = tape[key + 1].next(after: key + 1)
                }
            }
            return found
        } ?? []
    }

    /// The offset of the value at a path; 0 where it is absent.
    func offset(of path: String) -> Int {
        withTape { tape, state in find(path, in: tape, state) } ?? 0
    }

    private func find(_ wanted: String, in tape: borrowing JSONTape, _ state: DecodingState) -> Int? {
        var candidates = [(index: 0, path: "")]
        while let (index, path) = candidates.popLast() {
            let entry = tape[index]
            if path.isSame(as: wanted) { return Int(entry.offset) }
            guard entry.kind == .object || entry.kind == .array else { continue }
            let first = candidates.count
            var child = index + 1
            var position = 0
            while child < entry.end {
                let value = entry.kind == .object ? child + 1 : child
                let step =
                    entry.kind == .object
                    ? TapePath.append(key: state.text(of: tape[child]), to: path) : "\(path)[\(position)]"
                if wanted.begins(with: step) { candidates.append((value, step)) }
                child = tape[value].next(after: value)
                position += 1
            }
            candidates[first...].reverse()
        }
        return nil
    }

    private func withTape<Result>(_ body: (borrowing JSONTape, DecodingState) -> Result?) -> Result? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                let tape = try? JSONTape(scanning: buffer, maximumDepth: JSONDecoding.maximumDepth)
            else { return nil }
            let state = DecodingState(bytes: base, entries: tape.entries, scalars: .typed)
            defer { state.deallocate() }
            return body(tape, state)
        }
    }
}
