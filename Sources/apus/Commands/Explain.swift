import ApusPipeline
import ArgumentParser

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a diagnostic, with an example before and after.")

    @Argument(
        help:
            "The id in brackets at the end of a finding, such as unresolved-reference. Default: list all ids."
    )
    var id: String?

    func run() throws {
        guard let id else {
            for explanation in DiagnosticCatalog.all { print(explanation.id + "  " + explanation.title) }
            return
        }
        guard let explanation = DiagnosticCatalog.find(id) else {
            Console.complain(
                "no diagnostic has the id \"\(id)\"; "
                    + (DiagnosticCatalog.nearest(to: id).map { "did you mean \"\($0)\"?" }
                        ?? "`apus explain` lists all of them"))
            throw ExitCode.usage
        }
        print(explanation.text, terminator: "")
    }
}
