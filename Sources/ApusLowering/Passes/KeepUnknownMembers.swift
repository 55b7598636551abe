import ApusModel

/// Lets models keep members that the document does not name. A value that an application reads, changes and sends back
/// must not lose later additions of the service; models with one direction have nothing to send back. For alternatives
/// that a value may match simultaneously, the chosen one keeps the members that only the others name.
enum KeepUnknownMembers {
    static func run(_ model: inout APIModel) {
        let overlapping = OverlappingModels(model.indexTypes()).models
        model.updateTypes { type in
            guard case .structure(var decl) = type, decl.additional == nil, !decl.isClosed else { return }
            let usage = decl.header.usage
            guard usage.isReceived, usage.isSent || overlapping.contains(decl.header.id) else { return }
            decl.unknownName = "unknownMembers"
            type = .structure(decl)
        }
    }
}
