import ArgumentParser

struct Mock: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the clients of the workspace from their documents, for tests.",
        discussion:
            "The executable apus-mock; `make mock` builds it.")

    @Argument(parsing: .captureForPassthrough, help: "What `apus-mock` takes.")
    var words: [String] = []

    func run() throws {
        try Companion.mock.handOver(words)
    }
}
