import ApusSource

extension ReadingContext {
    /// The kind of a path item: only paths have templates whose names are checked and ids that must be unique.
    enum PathUse { case path, webhook, callback }

    /// An entry of `paths`, possibly without its leading slash.
    func readPath(_ member: Member, inherited: InheritedParts) -> [PathItem] {
        let path = PathTemplate.trim(member.key)
        if path != member.key { report(.pathWithBlanks(member, reading: path)) }
        if !path.hasPrefix("/") { report(.pathWithoutSlash(member, path: path)) }
        return readPathItem(member, use: .path, inherited: inherited).map { [$0] } ?? []
    }

    func readPathItem(_ member: Member, use: PathUse, inherited: InheritedParts) -> PathItem? {
        guard let followed = follow(member.location), expectObject(followed.location, name: member.owner.pointer) else {
            return nil
        }
        let location = followed.location
        var path = member.key
        if use == .path { path = PathTemplate.trim(path) }
        if use == .path, !path.hasPrefix("/") { path = "/" + path }
        var scope = OperationScope(path: path, at: member, use: use, inherited: inherited)
        scope.parameters = readParameters(in: location)
        scope.servers = items("servers", in: location).compactMap(readServer)
        scope.summary = followed.summary ?? text("summary", in: location)
        scope.documentation = followed.documentation ?? text("description", in: location)
        var item = PathItem(
            path: path, operations: [], mark: member.entry.keyMark, extensions: extensions(of: location))
        item.operations = readOperations(in: location, scope: scope)
        if location.pointer != member.pointer || location.resource !== member.owner.resource {
            // Operations next to a `$ref` have no defined meaning; they are read as additions to its target.
            let known = Set(item.operations.map(\.method))
            item.operations += readOperations(in: member.location, scope: scope).filter { !known.contains($0.method) }
        }
        return item
    }

    private func readOperations(in location: NodeLocation, scope: OperationScope) -> [Operation] {
        let operations = location.members.flatMap { findOperations($0, in: location) }
        reportUnknownKeywords(in: location, of: .pathItem, excluding: Set(operations.map { $0.member.key }))
        return operations.compactMap { readOperation($0.member, method: $0.method, scope: scope) }
    }

    private func findOperations(_ member: Member, in location: NodeLocation) -> [(member: Member, method: String)] {
        if location.dialect.methods.contains(member.key) || (member.key == "query" && member.node.mapping != nil) {
            return [(member, member.key.uppercased())]
        }
        if member.key == "additionalOperations" {
            return entries(member).filter(isMethod).map { ($0, $0.key) }
        }
        let word = member.key.lowercased()
        guard location.dialect.methods.contains(word), member.node.mapping != nil, location.member(word) == nil else {
            return []
        }
        report(.otherSpelling(member.key, of: word, at: member.entry.keyMark, pointer: member.pointer))
        return [(member, word.uppercased())]
    }

    /// RFC 9110, 9.1: the name of a method is a token.
    private func isMethod(_ member: Member) -> Bool {
        if HTTPToken.isWellFormed(member.key) { return true }
        report(.malformedMethod(member))
        return false
    }
}

extension Diagnostic {
    fileprivate static func pathWithoutSlash(_ member: Member, path: String) -> Diagnostic {
        Diagnostic(
            id: "path-without-slash", severity: .warning,
            message: "the path \"\(path)\" does not begin with a slash",
            mark: member.entry.keyMark, pointer: member.pointer, hint: "Apus reads it as \"/\(path)\"")
    }

    fileprivate static func pathWithBlanks(_ member: Member, reading path: String) -> Diagnostic {
        Diagnostic(
            id: "path-with-blanks", severity: .warning, message: "the path begins or ends with blanks",
            mark: member.entry.keyMark, pointer: member.pointer, hint: "Apus reads it as \"\(path)\"")
    }

    fileprivate static func malformedMethod(_ member: Member) -> Diagnostic {
        Diagnostic(
            id: "malformed-method", severity: .warning, message: "\"\(member.key)\" is not an HTTP method",
            mark: member.entry.keyMark, pointer: member.pointer,
            hint: "the operation is left out; a method is letters, digits and marks such as `-`, without spaces: `LOCK`"
        )
    }

    static func otherSpelling(_ text: String, of word: String, at mark: SourceMark, pointer: String) -> Diagnostic {
        Diagnostic(
            id: "other-spelling", severity: .warning, message: "\"\(text)\" is written `\(word)`", mark: mark,
            pointer: pointer, hint: "Apus reads it as that; other tools may ignore it")
    }
}
