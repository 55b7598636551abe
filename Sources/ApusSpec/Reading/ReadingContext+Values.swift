import ApusSource

/// Scalar values of members, read safely where they have another type than the specification requires.
extension ReadingContext {
    /// Text; numbers and booleans in their written form (`version: 1.0`). `{$ref: text.md}` is followed, because some
    /// authors keep descriptions in files.
    func text(_ member: Member) -> String? {
        switch member.node.content {
        case .string(let text): return text
        case .number(let number):
            let fix = Fix(member.owner.pointer, .init(member.key, .string(number.text)))
            report(.wrongType(member, expected: "a string", reading: "\"\(number.text)\"").mended(by: fix))
            return number.text
        case .boolean(let value):
            report(.wrongType(member, expected: "a string", reading: "\"\(value)\""))
            return String(value)
        case .mapping where member.node["$ref"]?.string != nil:
            return followMisplaced(member.location)?.node.string
        default:
            report(.wrongType(member, expected: "a string", reading: nil))
            return nil
        }
    }

    func text(_ key: String, in location: NodeLocation) -> String? {
        location.member(key).flatMap(text)
    }

    func flag(_ member: Member) -> Bool? {
        switch member.node.content {
        case .boolean(let value): return value
        case .string(let text) where text == "true" || text == "false":
            let fix = Fix(member.owner.pointer, .init(member.key, .boolean(text == "true")))
            report(.wrongType(member, expected: "a boolean", reading: text).mended(by: fix))
            return text == "true"
        default:
            report(.wrongType(member, expected: "a boolean", reading: nil))
            return nil
        }
    }

    func flag(_ key: String, in location: NodeLocation) -> Bool? {
        location.member(key).flatMap(flag)
    }

    func number(_ member: Member) -> SourceNumber? {
        switch member.node.content {
        case .number(let number): return number
        case .string(let text) where Double(text) != nil:
            let fix = Fix(member.owner.pointer, .init(member.key, .number(text)))
            report(.wrongType(member, expected: "a number", reading: text).mended(by: fix))
            return SourceNumber(text: text)
        default:
            report(.wrongType(member, expected: "a number", reading: nil))
            return nil
        }
    }

    /// A whole number that is not negative; `5.0` is one.
    func count(_ member: Member) -> Int? {
        if let value = member.node.integer, value >= 0 { return value }
        if let text = member.node.string, let value = Int(text), value >= 0 {
            let fix = Fix(member.owner.pointer, .init(member.key, .number(String(value))))
            report(.wrongType(member, expected: "a number", reading: text).mended(by: fix))
            return value
        }
        report(.wrongType(member, expected: "a whole number from 0 on", reading: nil))
        return nil
    }

    /// The elements of a list.
    func items(_ member: Member) -> [NodeLocation] {
        guard let location = followMisplaced(member.location) else { return [] }
        guard let nodes = location.node.sequence else {
            report(.wrongType(member, expected: "a sequence", reading: nil))
            return []
        }
        return nodes.enumerated().map { location.item($0.offset, $0.element) }
    }

    func items(_ key: String, in location: NodeLocation) -> [NodeLocation] {
        location.member(key).map(items) ?? []
    }

    /// The elements of a list of strings; a single string is a list of one.
    func texts(_ member: Member) -> [String] {
        if let single = member.node.string {
            report(.wrongType(member, expected: "a sequence", reading: "[\"\(single)\"]"))
            return [single]
        }
        return items(member).compactMap { item in
            switch item.node.content {
            case .string(let text): return text
            case .number(let number): return number.text
            case .boolean(let value): return String(value)
            default:
                report(.wrongType(item, name: member.key, expected: "strings"))
                return nil
            }
        }
    }

    func texts(_ key: String, in location: NodeLocation) -> [String] {
        location.member(key).map(texts) ?? []
    }

    /// The mapping at a key, such as `paths` or `components`.
    func object(_ member: Member) -> NodeLocation? {
        guard let location = followMisplaced(member.location) else { return nil }
        guard location.node.mapping != nil else {
            report(.wrongType(member, expected: "a mapping", reading: nil))
            return nil
        }
        return location
    }

    func object(_ key: String, in location: NodeLocation) -> NodeLocation? {
        location.member(key).flatMap(object)
    }

    /// Checks that an element of a list is a mapping.
    func expectObject(_ location: NodeLocation, name: String) -> Bool {
        if location.node.mapping != nil { return true }
        report(.wrongType(location, name: name, expected: "mappings"))
        return false
    }

    func extensions(of location: NodeLocation) -> Extensions {
        guard let entries = location.node.mapping?.entries, entries.contains(where: { $0.key.hasPrefix("x-") }) else {
            return Extensions()
        }
        return Extensions(entries: entries.filter { $0.key.hasPrefix("x-") })
    }
}

extension Diagnostic {
    /// - Parameter reading: The replacement; then nothing is lost, and the diagnostic is only a note.
    static func wrongType(_ member: Member, expected: String, reading: String?) -> Diagnostic {
        wrongType(
            "`\(member.key)` should be \(expected), not \(member.node.kindName)", at: member.node.mark,
            pointer: member.pointer, severity: reading == nil ? .warning : .note,
            hint: reading.map { "Apus reads it as \($0)" } ?? "Apus ignores it")
    }

    static func wrongType(_ item: NodeLocation, name: String, expected: String) -> Diagnostic {
        wrongType(
            "`\(name)` should hold \(expected), not \(item.node.kindName)", at: item.mark, pointer: item.pointer,
            severity: .warning, hint: "Apus ignores this element")
    }

    private static func wrongType(
        _ message: String, at mark: SourceMark, pointer: String, severity: Severity, hint: String
    ) -> Diagnostic {
        Diagnostic(id: "wrong-type", severity: severity, message: message, mark: mark, pointer: pointer, hint: hint)
    }
}
