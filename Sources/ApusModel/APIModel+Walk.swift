extension APIModel {
    /// Every declared type: of the module, of servers, of operations; outer types first, in document order.
    public func forEachType(_ visit: (TypeDecl) -> Void) {
        for type in types { type.forEachType(visit) }
        for server in servers.servers { for type in server.nested { type.forEachType(visit) } }
        for operation in operations {
            for type in operation.nested { type.forEachType(visit) }
            for type in operation.server?.nested ?? [] { type.forEachType(visit) }
        }
    }

    public mutating func updateTypes(_ change: (inout TypeDecl) -> Void) {
        for index in types.indices { types[index].updateTypes(change) }
        for server in servers.servers.indices {
            for index in servers.servers[server].nested.indices {
                servers.servers[server].nested[index].updateTypes(change)
            }
        }
        for operation in operations.indices {
            for index in operations[operation].nested.indices {
                operations[operation].nested[index].updateTypes(change)
            }
            for index in (operations[operation].server?.nested ?? []).indices {
                operations[operation].server?.nested[index].updateTypes(change)
            }
        }
    }

    /// Every declaration by its identity.
    public func indexTypes() -> [TypeID: TypeDecl] {
        var index: [TypeID: TypeDecl] = [:]
        forEachType { index[$0.header.id] = $0 }
        return index
    }

    /// Whether any body is XML, so that the module needs the XML library.
    public var usesXML: Bool {
        var isUsed = false
        forEachPayload { isUsed = isUsed || $0.isXML }
        return isUsed
    }

    /// Every body: sent, received on success and on failure, and of events.
    public func forEachPayload(_ visit: (Payload) -> Void) {
        for operation in operations { operation.payloads.forEach(visit) }
        for failure in failures { for response in failure.cases { response.payloads.forEach(visit) } }
        for event in events { event.payload.map(visit) }
    }
}

extension SuccessDecl {
    public var cases: [ResponseCase] {
        switch self {
        case .single(let response): [response]
        case .several(_, let cases): cases
        }
    }
}

extension OperationDecl {
    /// The bodies of requests and of successes.
    public var payloads: [Payload] {
        (body?.alternatives ?? []) + success.cases.flatMap(\.payloads)
    }
}
