package import ApusJSON

/// The interface for formats that other modules read and write: a model's own two functions use tapes, whatever their
/// origin.
package enum TapeCoding {
    /// Reads a value from a tape whose entries point into `text`.
    ///
    /// - Parameter choices: The case of each union that the format determines, by the tape index of its value; -1: none
    ///   of them.
    package static func decode<T: APIValue>(
        _ type: T.Type, from tape: JSONTape, text: [UInt8], choices: [Int: Int] = [:]
    ) throws(TapeProblem) -> T {
        // One extra byte: a tape with only `null` has no text, and a pointer is required nevertheless.
        let text = text + [0]
        let result = text.withUnsafeBufferPointer { bytes -> Result<T, TapeProblem>? in
            bytes.baseAddress.map { decode(type, from: tape, at: $0, choices: choices) }
        }
        guard let result else { throw TapeProblem(index: 0, expected: "a value", found: "nothing") }
        return try result.get()
    }

    private static func decode<T: APIValue>(
        _ type: T.Type, from tape: JSONTape, at base: UnsafePointer<UInt8>, choices: [Int: Int]
    ) -> Result<T, TapeProblem> {
        var choices = choices
        return withExtendedLifetime(tape) {
            withUnsafeMutablePointer(to: &choices) { choices in
                var state = DecodingState(bytes: base, entries: tape.entries, scalars: .text)
                state.choices = choices
                defer { state.deallocate() }
                let report = DecodingContext.current?.report
                var notes = DecodingNotes(for: report == nil ? .none : .dropping)
                let value = JSONDecoding.read(type, &state, &notes)
                report?.add(notes.describe(by: state))
                return state.tapeProblem.map { .failure($0) } ?? .success(value)
            }
        }
    }

    /// Writes a value for a request, as a tape over its JSON.
    package static func encode<T: APIValue>(_ value: T) throws(EncodingProblem) -> WrittenTape {
        var state = EncodingState(style: .request)
        state.notesTypes = true
        state.writesUnknown = false
        defer { state.deallocate() }
        JSONEncoding.write(value, to: &state)
        if let problem = state.problem { throw problem }
        let text = [UInt8](state.written)
        do throws(JSONSyntaxError) {
            let tape = try text.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in
                try JSONTape(scanning: buffer, maximumDepth: EncodingState.maximumDepth + 8)
            }
            return WrittenTape(tape: tape, text: text, types: state.types)
        } catch {
            // Writers produce JSON, except for the adopter's own values.
            throw EncodingProblem(path: "", reason: .unrepresentable("\(error.reason) at offset \(error.offset)"))
        }
    }
}

/// The written form of a value.
package struct WrittenTape {
    package let tape: JSONTape
    package let text: [UInt8]
    /// The types in cases of unions, outermost first, by their start offset.
    package let types: [Int: [ObjectIdentifier]]

    /// The nesting depth of objects and arrays.
    package var depth: Int {
        var ends: [Int] = []
        var deepest = 0
        for index in 0..<tape.count {
            while let end = ends.last, end <= index { ends.removeLast() }
            guard tape[index].kind == .object || tape[index].kind == .array else { continue }
            ends.append(tape[index].end)
            deepest = max(deepest, ends.count)
        }
        return deepest
    }
}

/// The first entry of a tape that does not fit the model.
package struct TapeProblem: Error {
    /// The entry, or the object that lacks a member.
    package let index: Int
    package let missingMember: String?
    package let expected: String
    package let found: String

    init(index: Int, missingMember: String? = nil, expected: String, found: String) {
        self.index = index
        self.missingMember = missingMember
        self.expected = expected
        self.found = found
    }
}
