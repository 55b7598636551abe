/// Writes a `JSONValue` without recursion, because a sender may have chosen its nesting.
enum JSONTreeWriter {
    private struct Container {
        let isObject: Bool
        var elements: ArraySlice<JSONValue> = []
        var members: ArraySlice<JSONObject.Member> = []
        var isFirst = true
    }

    static func write(_ value: JSONValue, to writer: inout ValueWriter) {
        let outerDepth = writer.state.pointee.depth
        var open: [Container] = []
        begin(value, &open, &writer)
        while let index = open.indices.last {
            guard let next = nextValue(from: &open[index], &writer) else {
                writer.state.pointee.append(open[index].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                writer.leave()
                open.removeLast()
                continue
            }
            begin(next, &open, &writer)
        }
        writer.state.pointee.depth = outerDepth
    }

    /// Writes a scalar, or opens a container.
    private static func begin(_ value: JSONValue, _ open: inout [Container], _ writer: inout ValueWriter) {
        let isIdentity = writer.state.pointee.style == .identity
        switch value {
        case .null: writer.writeNull()
        case .bool(let flag): writer.writeBool(flag)
        case .number(let number): writer.state.pointee.append(plain: isIdentity ? number.canonicalText : number.text)
        case .string(let text): writer.writeString(text)
        case .array(let elements):
            guard enter(&writer) else { return }
            writer.state.pointee.append(UInt8(ascii: "["))
            open.append(Container(isObject: false, elements: elements[...]))
        case .object(let object):
            guard enter(&writer) else { return }
            writer.state.pointee.append(UInt8(ascii: "{"))
            open.append(Container(isObject: true, members: members(of: object, isSorted: isIdentity, &writer)[...]))
        }
    }

    /// Like `ValueWriter.enter`, without the limit of the stack, which does not grow here.
    private static func enter(_ writer: inout ValueWriter) -> Bool {
        guard writer.state.pointee.depth < EncodingState.maximumDepth else {
            writer.fail(.nestingTooDeep(limit: EncodingState.maximumDepth))
            return false
        }
        writer.state.pointee.depth += 1
        return true
    }

    /// The next value to write, after its separator and name; nil at the end.
    private static func nextValue(from container: inout Container, _ writer: inout ValueWriter) -> JSONValue? {
        let member = container.isObject ? container.members.popFirst() : nil
        guard let next = container.isObject ? member?.value : container.elements.popFirst() else { return nil }
        if !container.isFirst { writer.separate() }
        container.isFirst = false
        if let member {
            writer.state.pointee.appendString(member.key)
            writer.state.pointee.append(writer.state.pointee.style == .description ? ": " : ":")
        }
        return next
    }

    /// The members, with those that enclosing unions prescribe first, instead of the object's own.
    private static func members(
        of object: JSONObject, isSorted: Bool, _ writer: inout ValueWriter
    ) -> [JSONObject.Member] {
        var members = Array(object)
        let prescribed = writer.state.pointee.discriminators[writer.state.pointee.consumePending()].map {
            discriminator in
            let key = discriminator.name.description
            let own = object[key]
            let isAllowed = discriminator.others.contains { discriminator.wire($0) == own }
            return JSONObject.Member(
                key: key, value: isAllowed ? own ?? .null : discriminator.wire(discriminator.value))
        }
        if !prescribed.isEmpty {
            members.removeAll { member in prescribed.contains { $0.key.isSame(as: member.key) } }
            members = prescribed + members
        }
        if isSorted { members.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } }
        return members
    }
}
