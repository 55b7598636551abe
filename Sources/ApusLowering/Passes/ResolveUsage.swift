import ApusModel

/// Marks each type as sent, received, or both, and as part of XML bodies, by following the operations.
enum ResolveUsage {
    static func run(_ model: inout APIModel) {
        let declared = model.indexTypes()
        var sent = Reach(declared: declared)
        var received = Reach(declared: declared)
        var xml = Reach(declared: declared)
        model.forEachPayload { payload in
            if payload.xml != nil { xml.follow(payload.type) }
            for part in payload.parts { if let inner = part.xml { xml.follow(inner.type) } }
        }
        if let webhooks = model.webhooks, webhooks.isXML { xml.follow(.named(webhooks.type)) }
        for operation in model.operations {
            for parameter in operation.parameters { sent.follow(parameter.type) }
            for payload in operation.body?.alternatives ?? [] { sent.follow(payload.type) }
            for response in operation.success.cases { received.follow(response) }
        }
        for failure in model.failures { for response in failure.cases { received.follow(response) } }
        for event in model.events { if let payload = event.payload { received.follow(payload.type) } }
        if let webhooks = model.webhooks { received.follow(.named(webhooks.type)) }
        for server in model.servers.servers + model.operations.compactMap(\.server) {
            for variable in server.variables { sent.follow(variable.type) }
        }
        model.updateTypes { type in
            type.header.usage = Usage(
                isSent: sent.found.contains(type.header.id), isReceived: received.found.contains(type.header.id),
                isXML: xml.found.contains(type.header.id))
        }
    }

    private struct Reach {
        let declared: [TypeID: TypeDecl]
        /// The owner of each nested declaration.
        let owners: [TypeID: TypeID]
        var found: Set<TypeID> = []

        init(declared: [TypeID: TypeDecl]) {
            self.declared = declared
            var owners: [TypeID: TypeID] = [:]
            for decl in declared.values { for inner in decl.header.nested { owners[inner.header.id] = decl.header.id } }
            self.owners = owners
        }

        mutating func follow(_ response: ResponseCase) {
            for payload in response.payloads { follow(payload.type) }
            for header in response.headers { follow(header.type) }
        }

        mutating func follow(_ type: TypeRef) {
            var waiting: [TypeID] = []
            type.forEachNamed { waiting.append($0) }
            while let id = waiting.popLast() {
                guard found.insert(id).inserted, let decl = declared[id] else { continue }
                // An owner is declared completely because of its name.
                if let owner = owners[id] { waiting.append(owner) }
                for member in decl.memberTypes { member.forEachNamed { waiting.append($0) } }
            }
        }
    }
}
