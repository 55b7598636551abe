/// Writes the members of one object. It cannot be copied or kept: it is only valid inside the call that got it.
public struct ObjectWriter: ~Copyable {
    let state: UnsafeMutablePointer<EncodingState>
    /// False for an object that is too deep: its members go nowhere.
    let isOpen: Bool
    private var isFirst = true
    /// Members that a union has written already in place of the model's own.
    private var replaced = 0..<0

    init(state: UnsafeMutablePointer<EncodingState>, isOpen: Bool) {
        self.state = state
        self.isOpen = isOpen
        if state.pointee.pending < state.pointee.discriminators.count { writeDiscriminators() }
    }

    private mutating func writeDiscriminators() {
        let taken = state.pointee.takePending()
        for index in taken where beginMember(state.pointee.discriminators[index].name) {
            state.pointee.appendString(state.pointee.discriminators[index].value)
            replaced = taken.lowerBound..<index + 1
        }
    }

    /// Writes a member.
    public mutating func write<T: APIValue>(_ name: StaticString, _ value: T) {
        if beginMember(name) { writeValue(value) }
    }

    /// Writes a member, or leaves it out where it is nil.
    public mutating func write<T: APIValue>(_ name: StaticString, _ value: T?) {
        if let value, beginMember(name) { writeValue(value) }
    }

    /// Writes a member, `null`, or leaves it out.
    public mutating func write<T: APIValue>(_ name: StaticString, _ value: Nullable<T>) {
        switch value {
        case .absent: break
        case .null: writeNullable(name, T?.none)
        case .value(let value): write(name, value)
        }
    }

    /// Writes a member; nil is written as `null`.
    public mutating func writeNullable<T: APIValue>(_ name: StaticString, _ value: T?) {
        guard beginMember(name) else { return }
        if let value { writeValue(value) } else { state.pointee.append("null") }
    }

    /// Writes a member that servers do not accept: it is left out of requests.
    public mutating func writeReadOnly<T: APIValue>(_ name: StaticString, _ value: T) {
        if state.pointee.style != .request { write(name, value) }
    }

    /// Writes a member that servers do not accept, or leaves it out where it is nil.
    public mutating func writeReadOnly<T: APIValue>(_ name: StaticString, _ value: T?) {
        if state.pointee.style != .request { write(name, value) }
    }

    /// Writes a member that servers do not accept, `null`, or leaves it out.
    public mutating func writeReadOnly<T: APIValue>(_ name: StaticString, _ value: Nullable<T>) {
        if state.pointee.style != .request { write(name, value) }
    }

    /// Writes a member that servers do not accept; nil is written as `null`.
    public mutating func writeReadOnlyNullable<T: APIValue>(_ name: StaticString, _ value: T?) {
        if state.pointee.style != .request { writeNullable(name, value) }
    }

    /// Writes the members that have no name in the model, in order of their names.
    public mutating func writeAdditional<T: APIValue>(_ members: [String: T]) {
        guard isOpen, !members.isEmpty else { return }
        for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            if !replaced.isEmpty, isReplaced(name) { continue }
            separate()
            if state.pointee.style == .description {
                state.pointee.append(plain: name)
                state.pointee.append(": ")
            } else {
                state.pointee.appendString(name)
                state.pointee.append(UInt8(ascii: ":"))
            }
            writeValue(value)
        }
    }

    mutating func end() {
        guard isOpen else { return }
        state.pointee.append(state.pointee.style == .description ? UInt8(ascii: ")") : UInt8(ascii: "}"))
        state.pointee.depth -= 1
    }

    @inline(__always)
    private mutating func writeValue<T: APIValue>(_ value: T) {
        var writer = ValueWriter(state: state)
        value.write(to: &writer)
    }

    /// The separator and the name. False where the member is not to be written.
    private mutating func beginMember(_ name: StaticString) -> Bool {
        guard isOpen else { return false }
        if !replaced.isEmpty, isReplaced(name.description) { return false }
        separate()
        if state.pointee.style == .description {
            state.pointee.append(name)
            state.pointee.append(": ")
        } else {
            state.pointee.appendString(name)
            state.pointee.append(UInt8(ascii: ":"))
        }
        return true
    }

    @inline(__always)
    private mutating func separate() {
        if isFirst {
            isFirst = false
        } else {
            state.pointee.append(UInt8(ascii: ","))
            if state.pointee.style == .description { state.pointee.append(UInt8(ascii: " ")) }
        }
    }

    private func isReplaced(_ name: String) -> Bool {
        state.pointee.discriminators[replaced].contains { $0.name.description.utf8.elementsEqual(name.utf8) }
    }
}
