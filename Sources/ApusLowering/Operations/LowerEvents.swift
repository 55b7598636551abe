import ApusModel
import ApusSource
import ApusSpec

/// Webhooks and callbacks: requests from the server.
extension Lowerer {
    func lowerEvents(into model: inout APIModel) {
        for item in document.webhooks {
            for operation in item.operations {
                model.events.append(lowerEvent(operation, name: item.path, key: item.path))
            }
        }
        model.webhooks = lowerWebhooks(model.events)
        for operation in selection.operations(in: document) { lowerCallbacks(of: operation, into: &model) }
    }

    /// One enum over all payloads, any of which can be decoded as it. Two webhooks with one payload have a case each,
    /// distinguished by name. A webhook without a body is `null`, and so is an omitted optional body.
    private func lowerWebhooks(_ events: [EventDecl]) -> WebhooksDecl? {
        let operations = document.webhooks.flatMap(\.operations)
        var cases: [UnionDecl.Case] = []
        var keys: [WebhooksDecl.Case] = []
        var payloads: [(id: DeclID<UnionDecl.Case>, schema: Schema)] = []
        for (event, operation) in zip(events, operations) {
            guard let (type, schema) = findPayload(of: event, operation) else { continue }
            var doc = Doc()
            doc.summary = event.doc.summary
            var one = UnionDecl.Case(
                name: event.name, type: type, shape: type == .scalar(.null) ? .null : .any, doc: doc)
            one.xml = event.payload?.xml
            let id = cases.add(one)
            if let schema { payloads.append((id, schema)) }
            keys.append(WebhooksDecl.Case(key: event.key, unionCase: id, payload: event.payload))
        }
        guard !cases.isEmpty else { return nil }
        for (payload, shape) in zip(payloads, tellApart(payloads.map(\.schema))) {
            cases[payload.id].shape = shape
        }
        let id = TypeID(files.path(of: document.root) + "#/webhooks")
        var header = TypeHeader(id: id, name: options.module + "Event")
        header.doc.summary = "A webhook that the server sends."
        types.append(.union(UnionDecl(header: header, cases: cases)))
        var webhooks = WebhooksDecl(type: id, cases: keys)
        nameWebhooks(&webhooks, cases)
        return webhooks
    }

    /// nil for a body that is neither JSON, nor a form, nor XML.
    private func findPayload(of event: EventDecl, _ operation: Operation) -> (TypeRef, Schema?)? {
        guard let payload = event.payload else { return (.scalar(.null), nil) }
        let coding = payload.coding.mayBeJSON ? .json : payload.coding
        guard [.json, .form, .xml].contains(coding),
            let media = operation.requestBody?.content.first(where: {
                ContentTypes.rule(for: $0.contentType).coding == coding
            })
        else { return nil }
        let type = if case .optional(let wrapped) = payload.type { wrapped } else { payload.type }
        let mayBeAbsent = operation.requestBody?.isOptional ?? false
        return (mayBeAbsent ? .optional(type) : type, media.schema)
    }

    private func lowerCallbacks(of operation: Operation, into model: inout APIModel) {
        for callback in operation.callbacks {
            for item in callback.items {
                for call in item.operations {
                    model.events.append(lowerEvent(call, name: call.operationID ?? callback.name, key: item.path))
                }
            }
        }
    }

    private func lowerEvent(_ operation: Operation, name: String, key: String) -> EventDecl {
        origins.note(event: key, operation)
        let id = TypeID(files.path(of: operation.mark.file) + "#" + operation.pointer + "/payload")
        // An event has no owner, so an inline payload is declared at the top level.
        let site = Site(id: id, name: name + "_payload", path: name, isTopLevel: false)
        let payload = operation.requestBody.flatMap { lowerEventPayload($0, at: site) }
        let doc = Lowerer.makeDoc(
            summary: operation.summary, documentation: operation.documentation, pointer: operation.pointer)
        return EventDecl(
            name: settings.name(of: name) ?? NamingExtensions.name(.operation, in: operation.extensions) ?? name,
            key: key,
            payload: payload, doc: doc)
    }

    /// One content type is read: JSON if present, or XML of the same type instead.
    private func lowerEventPayload(_ body: RequestBody, at site: Site) -> Payload? {
        func find(_ coding: Payload.Coding) -> MediaType? {
            body.content.first { ContentTypes.rule(for: $0.contentType).coding == coding }
        }
        guard let media = find(.json) ?? find(.xml) ?? body.content.first else { return nil }
        func lower(_ media: MediaType, at site: Site) -> Payload? {
            lowerPayloads([media], isReceived: true, at: site).first
        }
        let (payload, declared) = collectNested { () -> Payload? in
            guard var payload = lower(media, at: site) else { return nil }
            var unread = body.content.filter { $0.contentType != media.contentType }
            if payload.coding == .json, let other = find(.xml),
                let xml = lower(other, at: site.child("xml", name: "xml \(site.name)")), xml.type == payload.type
            {
                (payload.coding, payload.xml) = (.jsonOrXML, xml.xml)
                unread.removeAll { $0.contentType == other.contentType }
            }
            if let first = unread.first { log.report(.unreadPayload(first, payload.contentType)) }
            return payload
        }
        types += declared.filter { payload?.type.contains($0.header.id) == true }
        return payload
    }
}

extension Diagnostic {
    fileprivate static func unreadPayload(_ media: MediaType, _ contentType: String) -> Diagnostic {
        Diagnostic(
            id: "unread-payload", severity: .warning, message: "\"\(media.contentType)\" is not read here",
            mark: media.mark, pointer: media.schema?.id.pointer,
            hint: "Apus reads webhooks and callbacks as \"\(contentType)\"")
    }
}
