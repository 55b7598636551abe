import TestSupport

/// A client of apus.yaml, as far as the lists need it.
struct Client {
    var name: String
    var spec: String

    /// `specs/acme/openapi.yaml` → `specs/acme`.
    var folder: String { spec.split(separator: "/").dropLast().joined(separator: "/") }
}

/// The clients of apus.yaml. Reads the two keys line by line, so that this test needs no YAML reader to trust.
enum ClientList {
    static func read() -> [Client] {
        var clients: [Client] = []
        for line in (Repository.read("apus.yaml") ?? "").split(separator: "\n") {
            let text = line.drop { $0 == " " || $0 == "-" }
            if let name = value(of: "name: ", in: text) { clients.append(Client(name: name, spec: "")) }
            if let spec = value(of: "spec: ", in: text), !clients.isEmpty { clients[clients.count - 1].spec = spec }
        }
        return clients
    }

    private static func value(of key: String, in text: Substring) -> String? {
        text.hasPrefix(key) ? text.dropFirst(key.count).filter { $0 != "\"" } : nil
    }
}
