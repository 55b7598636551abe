/// Writes the members of one object. It cannot be copied or stored: it is only valid inside the call that received it.
@_documentation(visibility: internal)
public struct ObjectWriter: ~Copyable {
    let state: UnsafeMutablePointer<EncodingState>
    /// False for an object that is too deep: its members are discarded.
    let isOpen: Bool
    private var isFirst = true
    /// Members that enclosing unions have already written instead of the model's own.
    private var replaced: [EncodingState.Discriminator] = []
    /// Members that enclosing unions write where the model's own value is none of theirs.
    private var checked: [EncodingState.Discriminator] = []

    init(state: UnsafeMutablePointer<EncodingState>, isOpen: Bool) {
        self.state = state
        self.isOpen = isOpen
        if state.pointee.pending < state.pointee.discriminators.count { writeDiscriminators() }
    }

    private mutating func writeDiscriminators() {
        for discriminator in state.pointee.discriminators[state.pointee.consumePending()] {
            if !discriminator.others.isEmpty {
                checked.append(discriminator)
            } else if beginMember(discriminator.name) {
                state.pointee.append(discriminator.value, isText: discriminator.isText)
                replaced.append(discriminator)
            }
        }
    }

    /// Writes a member.
    public mutating func write<T: APIValue>(_ name: StaticString, _ value: T) {
        guard beginMember(name) else { return }
        if checked.isEmpty { writeValue(value) } else { writeChecked(name.description, value) }
    }

    /// Writes a member, or omits it where it is nil.
    public mutating func write<T: APIValue>(_ name: StaticString, _ value: T?) {
        if let value { write(name, value) }
    }

    /// Writes a member, `null`, or omits it.
    public mutating func write<T: APIValue>(_ name: StaticString, _ value: Nullable<T>) {
        switch value {
        case .absent: break
        case .null: writeNullable(name, T?.none)
        case .value(let value): write(name, value)
        }
    }

    /// Writes a member; nil is written as `null`.
    public mutating func writeNullable<T: APIValue>(_ name: StaticString, _ value: T?) {
        if let value { return write(name, value) }
        if !checked.isEmpty, isChecked(name.description) { return }
        if beginMember(name) { state.pointee.append("null") }
    }

    /// Writes a read-only member, which is omitted from requests.
    public mutating func writeReadOnly<T: APIValue>(_ name: StaticString, _ value: T) {
        if state.pointee.style != .request { write(name, value) }
    }

    /// Writes a read-only member, or omits it where it is nil.
    public mutating func writeReadOnly<T: APIValue>(_ name: StaticString, _ value: T?) {
        if state.pointee.style != .request { write(name, value) }
    }

    /// Writes a read-only member, `null`, or omits it.
    public mutating func writeReadOnly<T: APIValue>(_ name: StaticString, _ value: Nullable<T>) {
        if state.pointee.style != .request { write(name, value) }
    }

    /// Writes a read-only member; nil is written as `null`.
    public mutating func writeReadOnlyNullable<T: APIValue>(_ name: StaticString, _ value: T?) {
        if state.pointee.style != .request { writeNullable(name, value) }
    }

    /// Writes the additional members, sorted by name.
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
            if checked.isEmpty { writeValue(value) } else { writeChecked(name, value) }
        }
    }

    /// Writes a member whose name is known at run time only: callers without generated code write a document's members in its order.
    public mutating func writeMember<T: APIValue>(_ name: String, _ value: T) {
        guard isOpen, !isReplaced(name) else { return }
        separate()
        state.pointee.appendString(name)
        state.pointee.append(UInt8(ascii: ":"))
        if checked.isEmpty { writeValue(value) } else { writeChecked(name, value) }
    }

    /// Writes the kept unknown members. Descriptions omit them, because it is unknown which of them are secret.
    public mutating func write(_ unknown: UnknownMembers) {
        guard isOpen, !unknown.isEmpty else { return }
        var members = state.pointee.writesUnknown ? unknown.members : unknown.documentedMembers
        if state.pointee.style == .identity {
            members.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        }
        for member in members where !isReplaced(member.key) {
            separate()
            state.pointee.appendString(member.key)
            state.pointee.append(UInt8(ascii: ":"))
            if checked.isEmpty { writeValue(member.value) } else { writeChecked(member.key, member.value) }
        }
    }

    mutating func end() {
        guard isOpen else { return }
        for discriminator in checked where beginMember(discriminator.name) {
            state.pointee.append(discriminator.value, isText: discriminator.isText)
        }
        state.pointee.append(state.pointee.style == .description ? UInt8(ascii: ")") : UInt8(ascii: "}"))
        state.pointee.depth -= 1
    }

    @inline(__always)
    private mutating func writeValue<T: APIValue>(_ value: T) {
        var writer = ValueWriter(state: state)
        value.write(to: &writer)
    }

    /// Writes the separator and the name. Returns false where the member is not to be written.
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
        replaced.contains { $0.name.description.utf8.elementsEqual(name.utf8) }
    }

    private func isChecked(_ name: String) -> Bool {
        checked.contains { $0.name.description.isSame(as: name) }
    }

    /// Writes a member that may be the discriminator of an enclosing union, where the model has the value.
    private mutating func writeChecked<T: APIValue>(_ name: String, _ value: T) {
        let start = state.pointee.count
        writeValue(value)
        guard let index = checked.firstIndex(where: { $0.name.description.isSame(as: name) }) else { return }
        let discriminator = checked.remove(at: index)
        let end = state.pointee.count
        let isAllowed = ([discriminator.value] + discriminator.others).contains { allowed in
            state.pointee.append(allowed, isText: discriminator.isText)
            let bytes = state.pointee.written
            let isEqual = bytes[start..<end].elementsEqual(bytes[end...])
            state.pointee.truncate(to: end)
            return isEqual
        }
        if isAllowed { return }
        state.pointee.truncate(to: start)
        state.pointee.append(discriminator.value, isText: discriminator.isText)
    }
}

extension EncodingState.Discriminator {
    func hasName(of other: Self) -> Bool { name.description == other.name.description }

    /// The value in its JSON form.
    func wire(_ text: StaticString) -> JSONValue {
        if isText { return .string(text.description) }
        return JSONNumber(text.description).map { .number($0) } ?? .bool(text.description == "true")
    }
}
