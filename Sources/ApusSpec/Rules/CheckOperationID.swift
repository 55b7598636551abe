import ApusSource

extension ReadingContext {
    /// The id of an operation. The first of equal ids is kept; the other operations have none, so that they are named
    /// after their method and path. The same applies to all methods of one path that share an id.
    func readOperationID(in place: Place, operation: Member, scope: OperationScope) -> String? {
        let use = scope.use
        guard let member = place.member("operationId"), let id = text(member), !id.isEmpty else {
            if use == .path { report(.missingOperationID(operation)) }
            return nil
        }
        guard use == .path else { return id }
        if let first = operationIDs[id] {
            report(.duplicateOperationID(id, member, first: first, isShared: scope.sharedIDs.contains(id)))
            return nil
        }
        operationIDs[id] = member.node.mark
        return scope.sharedIDs.contains(id) ? nil : id
    }
}

extension Diagnostic {
    fileprivate static func missingOperationID(_ operation: Member) -> Diagnostic {
        Diagnostic(
            id: "missing-operation-id", severity: .note, message: "the operation has no `operationId`",
            mark: operation.entry.keyMark, pointer: operation.pointer,
            hint: "it is named after its method and path; an id gives it a name of your choice")
    }

    fileprivate static func duplicateOperationID(_ id: String, _ member: Member, first: SourceMark, isShared: Bool)
        -> Diagnostic
    {
        Diagnostic(
            id: "duplicate-operation-id", severity: .warning, message: "the operation id \"\(id)\" is taken",
            mark: member.node.mark, pointer: member.pointer,
            hint: (isShared
                ? "both operations are named after their method" : "this operation is named after its method")
                + " and path; give \(isShared ? "each" : "it") an id of its own",
            related: [Related(mark: first, message: "first used here")])
    }
}
