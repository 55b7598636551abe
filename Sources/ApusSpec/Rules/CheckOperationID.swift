import ApusSource

extension ReadingContext {
    /// The id of an operation. Equal ones are reported, and dropped by ``dropRepeatedOperationIDs(in:)``.
    func readOperationID(in location: NodeLocation, operation: Member, scope: OperationScope) -> String? {
        let use = scope.use
        guard let member = location.member("operationId"), let id = text(member), !id.isEmpty else {
            if use == .path { report(.missingOperationID(operation)) }
            return nil
        }
        guard use == .path else { return id }
        if let first = operationIDs[id] {
            report(.duplicateOperationID(id, member, first: first))
            repeatedOperationIDs.insert(id)
            return id
        }
        operationIDs[id] = member.node.mark
        return id
    }

    /// No operation has a better claim to an id than another one: all that have the same go without, so that they are named after their
    /// method and path like those that have none, in whatever order the document has them.
    func dropRepeatedOperationIDs(in paths: inout [PathItem]) {
        guard !repeatedOperationIDs.isEmpty else { return }
        for item in paths.indices {
            for index in paths[item].operations.indices {
                guard let id = paths[item].operations[index].operationID, repeatedOperationIDs.contains(id) else {
                    continue
                }
                paths[item].operations[index].operationID = nil
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func missingOperationID(_ operation: Member) -> Diagnostic {
        Diagnostic(
            id: "missing-operation-id", severity: .note, message: "the operation has no `operationId`",
            mark: operation.entry.keyMark, pointer: operation.pointer,
            hint: "it is named after its method and path; an id gives it a name of your choice")
    }

    fileprivate static func duplicateOperationID(_ id: String, _ member: Member, first: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "duplicate-operation-id", severity: .warning, message: "the operation id \"\(id)\" is taken",
            mark: member.node.mark, pointer: member.pointer,
            hint: "both operations are named after their method and path; give each an id of its own",
            related: [Related(mark: first, message: "first used here")])
    }
}
