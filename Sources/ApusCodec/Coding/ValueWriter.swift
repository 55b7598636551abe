/// Writes one value. It cannot be copied or stored: it is only valid inside the call that received it.
public struct ValueWriter: ~Copyable {
    let state: UnsafeMutablePointer<EncodingState>

    @inline(__always)
    init(state: UnsafeMutablePointer<EncodingState>) { self.state = state }

    /// The purpose of the text.
    package var style: EncodingStyle { state.pointee.style }

    /// Writes a value.
    public mutating func write<T: APIValue>(_ value: T) {
        if state.pointee.notesTypes { state.pointee.note(T.self) }
        value.write(to: &self)
    }

    /// Writes a value that fits none of a union's alternatives; strict reading reports it.
    public mutating func writeUnknown(_ value: JSONValue) {
        state.pointee.noteUnknown(isAlternative: true)
        write(value)
    }

    /// Writes an alternative of a union as an object in which `name` is `discriminator`, whatever value the alternative
    /// has there, unless that is one of `others`, which select the same alternative.
    public mutating func write<T: APIValue>(
        _ value: T, discriminator name: StaticString, _ discriminator: StaticString, _ others: StaticString...
    ) {
        write(value, .init(name: name, value: discriminator, others: others, isText: true))
    }

    /// Writes an alternative of a union whose discriminator is a number or a boolean, given as its JSON text.
    public mutating func write<T: APIValue>(
        _ value: T, discriminator name: StaticString, literal: StaticString, _ others: StaticString...
    ) {
        write(value, .init(name: name, value: literal, others: others, isText: false))
    }

    /// The inner one of nested unions that name the same member takes precedence.
    private mutating func write<T: APIValue>(_ value: T, _ discriminator: EncodingState.Discriminator) {
        let pending = state.pointee.pending
        let outer = state.pointee.discriminators
        state.pointee.discriminators.removeSubrange(pending...)
        state.pointee.discriminators += outer[pending...].filter { !$0.hasName(of: discriminator) } + [discriminator]
        write(value)
        state.pointee.discriminators = outer
        state.pointee.pending = pending
    }

    /// Writes `null`.
    public mutating func writeNull() { state.pointee.append("null") }

    /// Writes `true` or `false`.
    public mutating func writeBool(_ value: Bool) { state.pointee.append(value ? "true" : "false") }

    /// Writes a string.
    public mutating func writeString(_ value: String) { state.pointee.appendString(value) }

    /// Writes a whole number; at most 64 bits wide.
    public mutating func writeInteger<T: FixedWidthInteger>(_ value: T) { state.pointee.appendInteger(value) }

    /// Writes a number; NaN and infinities are problems.
    public mutating func writeDouble(_ value: Double) { state.pointee.appendDouble(value) }

    /// Reports that the value has no representation.
    public mutating func fail(_ reason: EncodingProblem.Reason) { state.pointee.fail(reason) }

    /// Returns false, and reports a problem, where the value would be nested deeper than any reader accepts.
    mutating func enter() -> Bool {
        guard state.pointee.depth < EncodingState.maximumDepth else {
            state.pointee.fail(.nestingTooDeep(limit: EncodingState.maximumDepth))
            return false
        }
        guard state.pointee.hasRoom() else { return false }
        state.pointee.depth += 1
        return true
    }

    mutating func leave() { state.pointee.depth -= 1 }

    mutating func beginObject<T>(of type: T.Type) -> ObjectWriter {
        guard enter() else { return ObjectWriter(state: state, isOpen: false) }
        if state.pointee.constrained != nil { state.pointee.noteConstraints(of: type) }
        if state.pointee.style == .description {
            state.pointee.append(plain: String(describing: type))
            state.pointee.append(UInt8(ascii: "("))
        } else {
            state.pointee.append(UInt8(ascii: "{"))
        }
        return ObjectWriter(state: state, isOpen: true)
    }

    mutating func writeArray<T: APIValue>(_ elements: [T]) {
        guard enter() else { return }
        state.pointee.append(UInt8(ascii: "["))
        // Written in place: an iterator would copy every element first.
        elements.withUnsafeBufferPointer { buffer in
            for index in 0..<buffer.count {
                if index > 0 { separate() }
                buffer[index].write(to: &self)
            }
        }
        state.pointee.append(UInt8(ascii: "]"))
        leave()
    }

    /// Keys in order of their bytes, so that the same dictionary always gives the same text.
    mutating func writeDictionary<T: APIValue>(_ members: [String: T]) {
        guard enter() else { return }
        let isDescription = state.pointee.style == .description
        state.pointee.append(isDescription ? UInt8(ascii: "[") : UInt8(ascii: "{"))
        if isDescription, members.isEmpty { state.pointee.append(UInt8(ascii: ":")) }
        var isFirst = true
        for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            if !isFirst { separate() }
            isFirst = false
            state.pointee.appendString(key)
            state.pointee.append(isDescription ? ": " : ":")
            value.write(to: &self)
        }
        state.pointee.append(isDescription ? UInt8(ascii: "]") : UInt8(ascii: "}"))
        leave()
    }

    mutating func separate() {
        if state.pointee.style == .description {
            state.pointee.append(", ")
        } else {
            state.pointee.append(UInt8(ascii: ","))
        }
    }
}
