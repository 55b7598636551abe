import ApusPipeline
import ArgumentParser

struct Overlay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write overlays, which correct a document without editing it.", subcommands: [Diff.self])

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the overlay that turns one document into another.",
            discussion:
                "Edit a copy of a vendor's document, and keep your corrections as an overlay that also applies to the vendor's next version."
        )

        @Argument(
            help:
                "The old document: a path, - for standard input, a file:, http: or https: address, or git:REVISION:PATH."
        )
        var old: String

        @Argument(help: "The new document, in the same forms.")
        var new: String

        func validate() throws {
            if old == "-", new == "-" { throw ValidationError("Only one document can be standard input.") }
        }

        func run() async throws {
            let outcome: DocumentOverlay.Outcome
            do throws(ComparisonProblem) {
                outcome = try DocumentOverlay.make(
                    from: DocumentSource(old), to: DocumentSource(new), fetch: RemoteFile.fetch)
            } catch {
                Console.complain(error.text)
                throw ExitCode.usage
            }
            for findings in outcome.findings where findings.isFailure { Console.report(findings) }
            if outcome.isFailure { throw ExitCode.findings }
            guard let text = outcome.text else {
                return Console.report("the documents are equal, so there is no overlay")
            }
            print(text, terminator: "")
        }
    }
}
