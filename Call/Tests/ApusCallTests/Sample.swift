import ApusRuntime

/// A call of a generated builder.
struct Sample: Sendable {
    let name: String
    let send: @Sendable (any APIClient) async -> Void

    init<Operation: APIOperation>(_ name: String, _ operation: Operation) {
        self.name = name
        send = { client in _ = try? await client.send(operation) }
    }
}

func read<Value: APIValue>(_ json: String) throws -> Value {
    try JSONDecoding.decode(Value.self, from: Array(json.utf8))
}
