import ApusSpec

/// Derives names of servers without one, from their description or their URL.
enum ServerNames {
    /// `Production server` → `production`, `https://sandbox.pets.test` → `sandbox`, otherwise `production`, `server2`,
    /// `server3` …
    static func name(of server: Server, at index: Int, of count: Int) -> String {
        let described = Words(server.documentation ?? "").words.filter { !filler.contains($0.lowercased()) }
        if !described.isEmpty, described.count <= 2 { return described.joined(separator: " ") }
        let words = Set(Words(server.url + " " + (server.documentation ?? "")).words.map { $0.lowercased() })
        if let first = described.first?.lowercased(), stages.contains(first) { return first }
        if let known = stages.first(where: words.contains) { return known }
        return index == 0 ? "production" : "server\(index + 1)"
    }

    private static let filler: Set<String> = [
        "server", "api", "the", "environment", "endpoint", "host", "url", "base", "a", "an",
    ]
    private static let stages = [
        "mock", "sandbox", "staging", "test", "development", "dev", "localhost", "demo", "beta", "production",
    ]
}
