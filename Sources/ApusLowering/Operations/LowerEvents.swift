import ApusModel
import ApusSource
import ApusSpec

/// Webhooks and callbacks: what the server sends on its own.
extension Lowerer {
    func lowerEvents(into model: inout APIModel) {
        for item in document.webhooks {
            for operation in item.operations {
                model.events.append(lowerEvent(operation, name: item.path, key: item.path))
            }
        }
        let selection = Selection(include: options.include, exclude: options.exclude)
        for path in document.paths {
            for operation in path.operations where selection.contains(operation) {
                lowerCallbacks(of: operation, into: &model)
            }
        }
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
        // No owner is open here, so an inline payload stands at the top level.
        let site = Site(id: id, name: name + "_payload", path: name, isTopLevel: false)
        let payloads = operation.requestBody.map {
            lowerPayloads($0.content, component: $0.componentName, isReceived: true, at: site)
        }
        var doc = Lowerer.makeDoc(summary: operation.summary, documentation: operation.documentation)
        doc.place = place(of: operation.mark)
        return EventDecl(
            name: options.rename[name] ?? operation.extensions["x-apus-name"]?.string ?? name, key: key,
            payload: payloads?.first { $0.coding == .json } ?? payloads?.first, doc: doc)
    }
}
