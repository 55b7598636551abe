import ApusSource

extension ReadingContext {
    /// Where a path item stands: only real paths have templates whose names are checked and ids that must be unique.
    enum PathUse { case path, webhook, callback }

    /// An entry of `paths`, which may be missing its slash.
    func readPath(_ member: Member, inherited: InheritedParts) -> [PathItem] {
        if !member.key.hasPrefix("/") { report(.pathWithoutSlash(member)) }
        return readPathItem(member, use: .path, inherited: inherited).map { [$0] } ?? []
    }

    func readPathItem(_ member: Member, use: PathUse, inherited: InheritedParts) -> PathItem? {
        guard let followed = follow(member.place), expectObject(followed.place, name: member.owner.pointer) else {
            return nil
        }
        let place = followed.place
        let path = use == .path && !member.key.hasPrefix("/") ? "/" + member.key : member.key
        var scope = OperationScope(path: path, at: member, use: use, inherited: inherited)
        scope.parameters = readParameters(in: place)
        scope.servers = items("servers", in: place).compactMap(readServer)
        scope.summary = followed.summary ?? text("summary", in: place)
        scope.documentation = followed.documentation ?? text("description", in: place)
        var item = PathItem(path: path, operations: [], mark: member.entry.keyMark, extensions: extensions(of: place))
        item.operations = readOperations(in: place, scope: scope)
        if place.pointer != member.pointer || place.resource !== member.owner.resource {
            // Operations beside a `$ref` have no defined meaning; they are read as additions to its target.
            let known = Set(item.operations.map(\.method))
            item.operations += readOperations(in: member.place, scope: scope).filter { !known.contains($0.method) }
        }
        return item
    }

    private func readOperations(in place: Place, scope: OperationScope) -> [Operation] {
        reportUnknownKeywords(in: place, of: .pathItem)
        return place.members.flatMap { member -> [Operation] in
            if place.dialect.methods.contains(member.key) || (member.key == "query" && member.node.mapping != nil) {
                return readOperation(member, method: member.key.uppercased(), scope: scope).map { [$0] } ?? []
            }
            guard member.key == "additionalOperations", let others = object(member) else { return [] }
            return others.members.filter { !$0.isExtension }.compactMap {
                readOperation($0, method: $0.key, scope: scope)
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func pathWithoutSlash(_ member: Member) -> Diagnostic {
        Diagnostic(
            id: "path-without-slash", severity: .warning,
            message: "the path \"\(member.key)\" does not begin with a slash",
            mark: member.entry.keyMark, pointer: member.pointer, hint: "it was read as \"/\(member.key)\"")
    }
}
