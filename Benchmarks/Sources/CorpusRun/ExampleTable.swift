import Foundation

/// The results of reading examples, as Markdown.
struct ExampleTable {
    let results: [ExampleResult]

    var markdown: String {
        """
        # The examples of the corpus

        Written by `make corpus` with `CORPUS_EXAMPLES_TABLE=1`. `Benchmarks/README.md` says what the columns count.

        \(summary)

        \(Self.head)
        \(rows(results).joined(separator: "\n"))

        \(failures.isEmpty ? "No failure." : failures)

        """
    }

    private static let head = """
        | document | examples | of whole answers | valid | decoded | equal | unnamed, null, default, fraction | invalid | of these decoded | unjudged | CPU s | failures |
        |---|---|---|---|---|---|---|---|---|---|---|---|
        """

    func text(failuresOnly: Bool) -> String {
        let shown = results.filter { !failuresOnly || $0.isFailure }
        let table = shown.isEmpty ? "" : Self.head + "\n" + rows(shown).joined(separator: "\n") + "\n"
        return table + (failures.isEmpty ? "" : failures + "\n") + summary
    }

    private func rows(_ results: [ExampleResult]) -> [String] {
        results.filter { !$0.outcomes.isEmpty || $0.obstacle != nil }.map(Self.line)
    }

    /// One line for those who follow a run.
    static func note(_ result: ExampleResult) -> String {
        let end = result.obstacle ?? "\(result.valid) valid, \(result.failures.count) failures"
        return "\(result.document): \(result.outcomes.count) examples, \(end)"
    }

    private static func line(_ result: ExampleResult) -> String {
        let read = [
            result.outcomes.count, result.outcomes.count { $0.isAnswer }, result.valid, result.decoded, result.equal,
        ]
        let decisions: [KeyPath<ExampleOutcome, Int>] = [\.unnamed, \.nulls, \.defaults, \.fractions]
        let explained = decisions.map { String(result.total($0)) }
        let others = [result.invalid, result.tolerated, result.unjudged]
        let last = result.obstacle ?? String(result.failures.count)
        let cells =
            [result.document] + read.map(String.init) + [explained.joined(separator: ", ")] + others.map(String.init)
            + [CorpusTable.decimal(result.compiling), last]
        return "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ")
            + " |"
    }

    /// A line for each failure: the type, the location, the result, and the example's beginning.
    private var failures: String {
        let lines = results.flatMap { result in
            result.failures.map { failure in
                let body = failure.body.prefix(160).replacing("\n", with: " ").replacing("`", with: "'")
                let place = failure.place.split(separator: "/").last ?? ""
                return "- \(result.document), `\(failure.reader)`, \(failure.status), \(place), `\(failure.pointer)`: "
                    + "\(failure.problem ?? "") in `\(body)`"
            }
        }
        return lines.joined(separator: "\n")
    }

    var summary: String {
        let all = results.flatMap(\.outcomes)
        let valid = all.filter { $0.verdict == .valid }
        let skipped = results.count { $0.obstacle != nil }
        let silent = results.count { $0.outcomes.isEmpty && $0.obstacle == nil }
        return """
            \(all.count) examples in \(results.count - silent) documents (\(silent) have none); \(valid.count) fit their schemas: \
            \(valid.count { $0.isDecoded }) decoded, \(valid.count { $0.isEqual == true }) equal after a round trip; \
            \(all.count { $0.verdict == .invalid }) do not fit, \(all.count { $0.verdict == .invalid && $0.isDecoded }) of them decoded; \
            \(all.count { $0.verdict == .unjudged }) unjudged; \(all.count { $0.isFailure }) failures; \
            \(skipped) documents not read.
            """
    }
}
