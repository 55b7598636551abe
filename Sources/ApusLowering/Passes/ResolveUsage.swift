import ApusModel

/// Marks each type as sent, received, or both, and as part of XML bodies, by following the operations.
enum ResolveUsage {
    /// - Parameter kept: Types that are sent and received although no operation uses them.
    static func run(_ model: inout APIModel, keeping kept: Set<TypeID> = []) {
        let declared = model.indexTypes()
        var sent = Reach(declared: declared)
        var received = Reach(declared: declared)
        var xml = Reach(declared: declared)
        // The types that are sent in a form that has null.
        var nullable = Reach(declared: declared, followsOwners: false)
        model.forEachPayload { payload in
            if payload.coding.mayBeXML { xml.follow(payload.type) }
            for part in payload.parts { if let inner = part.xml { xml.follow(inner.type) } }
        }
        if let webhooks = model.webhooks, webhooks.isXML { xml.follow(.named(webhooks.type)) }
        for operation in model.operations {
            for parameter in operation.parameters {
                sent.follow(parameter.type)
                parameter.style == "json"
                    ? nullable.follow(parameter.type) : nullable.followMembers(of: parameter.type)
            }
            for payload in operation.body?.alternatives ?? [] {
                sent.follow(payload.type)
                let isForm = [.form, .multipart].contains(payload.coding) && operation.httpMethod != "PATCH"
                isForm ? nullable.followMembers(of: payload.type) : nullable.follow(payload.type)
            }
            for response in operation.success.cases { received.follow(response) }
        }
        for failure in model.failures { for response in failure.cases { received.follow(response) } }
        for event in model.events { if let payload = event.payload { received.follow(payload.type) } }
        if let webhooks = model.webhooks { received.follow(.named(webhooks.type)) }
        for server in model.servers.servers + model.operations.compactMap(\.server) {
            for variable in server.variables { sent.follow(variable.type) }
        }
        for id in kept.sorted() {
            sent.follow(.named(id))
            received.follow(.named(id))
        }
        model.updateTypes { type in
            let id = type.header.id
            type.header.usage = Usage(
                isSent: sent.found.contains(id), isReceived: received.found.contains(id), isXML: xml.found.contains(id))
            type.header.usage.isFormOnly = type.header.usage.isSent && !nullable.found.contains(id)
        }
    }

    private struct Reach {
        let declared: [TypeID: TypeDecl]
        /// The owner of each nested declaration.
        let owners: [TypeID: TypeID]
        var found: Set<TypeID> = []
        /// Types whose members were followed. Many parameters have one type.
        private var opened: Set<TypeID> = []

        init(declared: [TypeID: TypeDecl], followsOwners: Bool = true) {
            self.declared = declared
            guard followsOwners else {
                owners = [:]
                return
            }
            var owners: [TypeID: TypeID] = [:]
            for decl in declared.values { for inner in decl.header.nested { owners[inner.header.id] = decl.header.id } }
            self.owners = owners
        }

        mutating func follow(_ response: ResponseCase) {
            for payload in response.payloads { follow(payload.type) }
            for header in response.headers { follow(header.type) }
        }

        /// A form, of which only the members may be JSON.
        mutating func followMembers(of type: TypeRef) {
            guard case .named(let id) = type, let decl = declared[id] else { return follow(type) }
            guard opened.insert(id).inserted else { return }
            for member in decl.memberTypes { member.forEachNamed { follow(.named($0)) } }
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
