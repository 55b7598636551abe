import ApusSource
import ApusSpec

/// Changes of one operation, or of its request body and responses.
struct OperationChange {
    let version: SpecVersion

    func addStatus(_ status: String, to operation: SourceNode) -> SourceNode {
        let response = operation.empty.setting("description", operation.text("Seen in recorded traffic."))
        return operation.setting(
            "responses", (operation["responses"] ?? operation.empty).setting(status, response))
    }

    func addParameter(_ name: String, to operation: SourceNode) -> SourceNode {
        var parameter = operation.empty.setting("name", operation.text(name)).setting("in", operation.text("query"))
        if version == .swagger2 {
            parameter = parameter.setting("type", operation.text("string"))
        } else {
            parameter = parameter.setting("schema", operation.empty.setting("type", operation.text("string")))
        }
        return operation.appending(parameter, to: "parameters")
    }

    func addContentType(_ type: String, to message: SourceNode) -> SourceNode {
        message.setting("content", (message["content"] ?? message.empty).setting(type, message.empty))
    }

    func addSwaggerBody(_ message: SourceNode, isResponse: Bool) -> SourceNode {
        if isResponse { return message["schema"] == nil ? message.setting("schema", message.empty) : message }
        let parameters = message["parameters"]?.sequence ?? []
        let isBody = parameters.contains { parameter in
            parameter["in"]?.string.map { ["body", "formData"].contains($0) } ?? true
        }
        if isBody { return message }
        let body = message.empty.setting("name", message.text("body")).setting("in", message.text("body"))
            .setting("schema", message.empty)
        return message.appending(body, to: "parameters")
    }

    func addSwaggerType(
        _ type: String, isResponse: Bool, _ inherited: SourceNode?, to operation: SourceNode
    ) -> SourceNode {
        let key = isResponse ? "produces" : "consumes"
        guard !type.isEmpty else { return operation }
        let base = operation[key] == nil ? inherited.map { operation.setting(key, $0) } ?? operation : operation
        return base.appending(operation.text(type), to: key)
    }
}
