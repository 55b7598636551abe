import ApusModel

/// Lets models keep the members that the document does not name. What an application reads, changes and sends back must not lose what the
/// service has added since; models that only go one way have nothing to send back. Of alternatives that a value may be several of, the chosen
/// one keeps what only the others name.
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
