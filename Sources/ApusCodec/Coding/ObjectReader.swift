internal import ApusJSON

/// Reads the members of one object by name. It cannot be copied or stored: it is only valid inside the call that
/// received it.
///
/// Documents are usually in the model's order, so each lookup starts after the last one and visits the object once.
@_documentation(visibility: internal)
public struct ObjectReader: ~Copyable {
    let state: UnsafeMutablePointer<DecodingState>
    /// The tape index of the object, or -1 for the placeholder of an object.
    let object: Int
    let end: Int
    /// The tape index of the next expected key, and its position among the members.
    var cursor: Int
    var ordinal = 0
    /// Whether names are distinct and can be compared by their bytes. Otherwise the slow lookup returns the last of
    /// equal names.
    let isRegular: Bool
    /// The members already read by name: a bit for each of the first 64, the others in a set.
    var seen: UInt64 = 0
    var seenBeyond: Set<Int>?
    /// Whether the model has all other members.
    private(set) var readsRest = false

    init(state: UnsafeMutablePointer<DecodingState>, object: Int) {
        self.state = state
        self.object = object
        self.end = state.pointee.entries[object].end
        self.cursor = object + 1
        self.isRegular = MemberNames.areRegular(state.pointee.entries, object: object)
    }

    /// An object without members, which reports nothing.
    init(state: UnsafeMutablePointer<DecodingState>) {
        self.state = state
        self.object = -1
        self.end = -1
        self.cursor = 0
        self.isRegular = true
    }

    /// Reads a required member.
    public mutating func required<T: APIValue>(_ name: StaticString) -> T {
        var value = ValueReader(state: state, index: find(name))
        if value.index < 0 { failMissing(name) }
        return T(from: &value)
    }

    /// Reads an optional member; `null` counts as absent, except for a `JSONValue`, which represents it.
    public mutating func optional<T: APIValue>(_ name: StaticString) -> T? {
        let index = find(name)
        guard index >= 0, state.pointee.entries[index].kind != .null || T.self == JSONValue.self else { return nil }
        return readOptional(index)
    }

    /// Reads a member that may be `null`, with a default where it is absent.
    public mutating func optional<T: APIValue>(_ name: StaticString, absent fallback: @autoclosure () -> T) -> T? {
        let index = find(name)
        guard index >= 0 else { return fallback() }
        guard state.pointee.entries[index].kind != .null else { return nil }
        return readOptional(index)
    }

    /// Reads a required member that may be `null`.
    public mutating func nullable<T: APIValue>(_ name: StaticString) -> T? {
        let index = find(name)
        guard index >= 0 else {
            // Nothing is read after a problem that another reader may drop.
            guard !state.pointee.hasFailed else { return nil }
            failMissing(name)
            _ = state.pointee.dropMismatch()
            return nil
        }
        guard state.pointee.entries[index].kind != .null else { return nil }
        return readOptional(index)
    }

    /// Reads a member that may be absent or `null`, and distinguishes the two.
    public mutating func tristate<T: APIValue>(_ name: StaticString) -> Nullable<T> {
        let index = find(name)
        guard index >= 0 else { return .absent }
        guard state.pointee.entries[index].kind != .null else { return .null }
        return readOptional(index).map { .value($0) } ?? .absent
    }

    /// Reads an optional value, as absent where it does not fit and the client drops mismatches.
    @inline(__always)
    private func readOptional<T: APIValue>(_ index: Int) -> T? {
        var value = ValueReader(state: state, index: index)
        let result = T(from: &value)
        return state.pointee.hasFailed && state.pointee.dropMismatch() ? nil : result
    }

    /// Reads every member that was not read by name. Call it last.
    public mutating func additionalProperties<T: APIValue>() -> [String: T] {
        readsRest = true
        var result: [String: T] = [:]
        var key = object + 1
        var position = 0
        while key < end, !state.pointee.hasFailed {
            var value = ValueReader(state: state, index: key + 1)
            if !isSeen(position) {
                let noted = state.pointee.notedCount
                let element = T(from: &value)
                state.pointee.hideKeys(of: key, since: noted)
                if !state.pointee.hasFailed || !state.pointee.dropMismatch() {
                    let name = state.pointee.key(at: key)
                    if !state.pointee.hasFailed { result[name] = element }
                }
            }
            key = value.entry.next(after: value.index)
            position += 1
        }
        return result
    }

    /// Keeps every member that was not read by name, to be written again. Call it last.
    ///
    /// Formats with text scalars keep nothing: forms, parts and XML do not have the type of a member.
    public mutating func unknownMembers() -> UnknownMembers {
        guard object >= 0, state.pointee.scalars != .text, !state.pointee.hasFailed,
            state.pointee.entries[object].childCount > seen.nonzeroBitCount + (seenBeyond?.count ?? 0)
        else { return UnknownMembers() }
        return UnknownMembers(readUnseen(), documented: state.pointee.documentedNames(at: object))
    }

    @inline(never)
    private func readUnseen() -> [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        var key = object + 1
        var position = 0
        while key < end {
            if !isSeen(position) {
                let name = state.pointee.text(of: state.pointee.entries[key])
                members.append(.init(key: name, value: JSONTree.build(state.pointee, at: key + 1)))
            }
            key = state.pointee.entries[key + 1].next(after: key + 1)
            position += 1
        }
        // The last of the members with equal names counts.
        return isRegular ? members : Array(JSONObject(members))
    }

    @inline(never)
    private mutating func failMissing(_ name: StaticString) {
        state.pointee.fail(at: object, expected: "a required member", missingMember: name.description)
    }
}
