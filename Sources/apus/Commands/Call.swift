import ArgumentParser

struct Call: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Call an operation from the workspace and the document, without generated code.",
        discussion:
            "The executable apus-call; `make call` builds it. `apus call CLIENT OPERATION --help` lists the options of an operation."
    )

    @Argument(parsing: .captureForPassthrough, help: "What `apus-call` takes.")
    var words: [String] = []

    func run() throws {
        try Companion.call.handOver(words)
    }
}
