import ApusMock
import ApusMockServer
import ApusPlatform
import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@main
@available(macOS 14, *)
struct MockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus-mock",
        abstract: "Serve the clients of a workspace from their documents.",
        discussion: """
            A request is compared with the document, and answered from its examples. What is created can be listed, fetched, changed
            and deleted. Prefer: code=429, example=NAME and delay=2 choose an answer. `apus mock` runs this program.
            """)

    @Argument(help: "The names of clients. Default: all clients of the workspace.")
    var clients: [String] = []

    @Option(help: "The workspace file.")
    var workspace = "apus.yaml"

    @Option(help: "A document to serve without a workspace.")
    var document: String?

    @Option(help: "An overlay for --document. Can be repeated.")
    var overlay: [String] = []

    @Option(help: "The address to listen at. Other machines reach the server only at an address of the network.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 is a free one.")
    var port = 4010

    @Option(help: "The time before every answer, such as 250ms or 2s.")
    var delay = "0s"

    @Option(help: "Answers further requests by 429, such as 60/60s: 60 requests in each 60 seconds.")
    var limit: String?

    @Flag(help: "Limits requests as rateLimit of the workspace does.")
    var configuredLimit = false

    @Flag(inversion: .prefixedNo, help: "Compares requests with the document.")
    var checks = true

    @Flag(help: "Refuses members and query parameters that the document does not name.")
    var strict = false

    @Option(help: "The number of resources in a paged list before any is created.")
    var seeds = 25

    @OptionGroup(title: "Webhooks")
    var webhooks: WebhookArguments

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be from 0 to 65535") }
        guard (0...10_000).contains(seeds) else { throw ValidationError("--seeds must be from 0 to 10000") }
        if document != nil, !clients.isEmpty { throw ValidationError("--document serves no clients of a workspace") }
        if document == nil, !overlay.isEmpty { throw ValidationError("--overlay needs --document") }
        _ = try options()
    }

    private func options() throws -> MockOptions {
        var options = MockOptions()
        options.delay = try Seconds.read(delay, "--delay")
        if let limit {
            let parts = limit.split(separator: "/")
            guard parts.count == 2, let requests = Int(parts[0]), requests > 0 else {
                throw ValidationError("--limit must be a number of requests and a time, such as 60/60s")
            }
            options.limit = MockOptions.Limit(
                requests: requests, window: try Seconds.read(String(parts[1]), "the time of --limit"))
        }
        options.usesConfiguredLimit = configuredLimit
        options.checksRequests = checks
        options.isStrict = strict
        options.seeds = seeds
        return options
    }

    func run() async throws {
        let sender = try webhooks.sender()
        let options = try options()
        let mock =
            if let document {
                try MockWorkspace.load(document: document, overlays: overlay, options: options, webhooks: sender)
            } else {
                try MockWorkspace.load(workspace, clients: clients, options: options, webhooks: sender)
            }
        let server = MockServer(mock, host: host, port: port, bodyLimit: options.bodyLimit)
        try await server.run { [host] port in
            let authority = (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
            for client in mock.clients {
                print("\(client): http://\(authority)/\(client)")
            }
            fflush(nil)
        }
    }
}

/// Times on the command line.
enum Seconds {
    /// `250ms`, `2s` or `2`.
    static func read(_ text: String, _ name: String) throws -> Duration {
        let isMilliseconds = text.hasSuffix("ms")
        let number = isMilliseconds ? text.dropLast(2) : text.hasSuffix("s") ? text.dropLast() : text[...]
        guard let value = Double(number), value >= 0, value <= 86_400_000 else {
            throw ValidationError("\(name) must be a time such as 250ms or 2s")
        }
        return .milliseconds(Int(isMilliseconds ? value : value * 1_000))
    }
}
