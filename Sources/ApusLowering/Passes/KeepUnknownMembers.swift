import ApusModel

/// Lets models that are received and sent keep the members that the document does not name: what an application reads, changes and sends back
/// must not lose what the service has added since. Models that only go one way have nothing to send back.
enum KeepUnknownMembers {
    static func run(_ model: inout APIModel) {
        model.updateTypes { type in
            guard case .structure(var decl) = type else { return }
            let usage = decl.header.usage
            guard usage.isSent, usage.isReceived, decl.additional == nil, !decl.isClosed else { return }
            decl.unknownName = "unknownMembers"
            type = .structure(decl)
        }
    }
}
