/// The files that `apus generate --shards` writes; `PluginTests` holds both to the same names.
enum Layout {
    static let shards = 6

    static func files(client: String) -> [String] {
        let fixed = [
            client + "Client.swift", client + "Servers.swift", client + "Credentials.swift",
            "Operations/" + client + "Failures.swift", "Operations/" + client + "Headers.swift",
            "Models/" + client + "Events.swift",
        ]
        let numbered = (1...shards).flatMap { number in
            ["Operations/\(client)Operations\(number).swift", "Models/\(client)Models\(number).swift"]
        }
        return fixed + numbered
    }
}
