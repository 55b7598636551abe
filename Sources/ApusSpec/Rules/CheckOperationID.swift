import ApusSource

extension ReadingContext {
    /// The id of an operation. Of equal ones the first keeps it; the others go without, so that they are named after
    /// their method and path like those that have none.
    func readOperationID(in place: Place, operation: Member, use: PathUse) -> String? {
        guard let member = place.member("operationId"), let id = text(member), !id.isEmpty else {
            if use == .path { report(.missingOperationID(operation)) }
            return nil
        }
        guard use == .path else { return id }
        if let first = operationIDs[id] {
            report(.duplicateOperationID(id, member, first: first))
            return nil
        }
        operationIDs[id] = member.node.mark
        return id
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
            hint: "this operation is named after its method and path; give it an id of its own",
            related: [Related(mark: first, message: "first used here")])
    }
}
