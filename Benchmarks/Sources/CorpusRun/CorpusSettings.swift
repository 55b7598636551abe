import Foundation

/// The settings of a run from the environment.
struct CorpusSettings: Sendable {
    /// The compilation stage of a generated module.
    enum Mode: String, CaseIterable, Sendable {
        /// Type-checked only.
        case check
        /// To SIL, which produces the diagnostics on initialization and ownership.
        case sil
        /// To objects, as a debug build does.
        case build
        /// To objects, as a release build does.
        case release
    }

    /// The handling of documented response examples.
    enum Examples: String, CaseIterable, Sendable {
        /// Read by the generated types, after the whole module was compiled.
        case yes = "1"
        /// Left out.
        case no = "0"
        /// Read, and nothing else is generated or compiled.
        case only
    }

    /// `CORPUS`: a folder with an `INDEX.tsv`, or with documents somewhere in it.
    var corpus: String
    /// `CORPUS_ONLY`: documents whose path contains this.
    var only: String?
    /// `CORPUS_MODE`: `check`, `sil`, `build` or `release`.
    var mode = Mode.check
    /// `CORPUS_EXAMPLES`: `1`, `0` or `only`.
    var examples = Examples.yes
    /// `CORPUS_EXAMPLES_TABLE=1`: writes the table of examples to `Benchmarks/examples.md`; any other value is the path to write to.
    var examplesTablePath: String?
    /// `CORPUS_JOBS`: how many documents at a time.
    var jobs = 2
    /// `CORPUS_TABLE=1`: writes the table to `Benchmarks/corpus.md`; any other value is the path to write to.
    var tablePath: String?
    /// `CORPUS_BUDGET`: seconds after which no further module is compiled; the remaining documents are only generated,
    /// and counted as such.
    var budget: Duration?
    /// `CORPUS_SEED`: rotates the order of documents, so that each budget reaches others.
    var seed: String?
    /// `CORPUS_TIMEOUT`: the time limit in seconds for generating one document.
    var generateTimeout = Duration.seconds(60)
    /// `CORPUS_COMPILE_TIMEOUT`: the time limit in seconds for compiling one module.
    var compileTimeout = longestCompilation
    /// `CORPUS_QUIET=1`: prints failures only.
    var isQuiet = false
    /// `CORPUS_STATE`: where generated modules and results are kept.
    var state = "Benchmarks/.build/corpus"
    /// `APUS_BUILD`: the folder of a build of Apus, with the tool and the modules of the runtime.
    var build = ".build/release"
    let start = ContinuousClock.now
    /// The time limit for compilations without which nothing can run, and for modules by default.
    static let longestCompilation = Duration.seconds(1_200)

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    init(environment: [String: String]) throws {
        func text(_ key: String) -> String? { environment[key].flatMap { $0.isEmpty ? nil : $0 } }
        func number(_ key: String) throws -> Int? {
            guard let value = text(key) else { return nil }
            guard let number = Int(value), number > 0 else {
                throw Problem(description: "\(key) is not a number: \(value)")
            }
            return number
        }
        corpus = text("CORPUS") ?? "../shared/corpus"
        only = text("CORPUS_ONLY")
        if let name = text("CORPUS_MODE") {
            guard let mode = Mode(rawValue: name) else {
                throw Problem(
                    description: "CORPUS_MODE is one of \(Mode.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            self.mode = mode
        }
        if let name = text("CORPUS_EXAMPLES") {
            guard let examples = Examples(rawValue: name) else {
                throw Problem(
                    description:
                        "CORPUS_EXAMPLES is one of \(Examples.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            self.examples = examples
        }
        examplesTablePath = text("CORPUS_EXAMPLES_TABLE").map { $0 == "1" ? "Benchmarks/examples.md" : $0 }
        jobs = try number("CORPUS_JOBS") ?? jobs
        budget = try number("CORPUS_BUDGET").map { .seconds($0) }
        generateTimeout = try number("CORPUS_TIMEOUT").map { .seconds($0) } ?? generateTimeout
        compileTimeout = try number("CORPUS_COMPILE_TIMEOUT").map { .seconds($0) } ?? compileTimeout
        seed = text("CORPUS_SEED")
        isQuiet = text("CORPUS_QUIET") != nil
        state = text("CORPUS_STATE") ?? state
        build = text("APUS_BUILD") ?? build
        tablePath = text("CORPUS_TABLE").map { $0 == "1" ? "Benchmarks/corpus.md" : $0 }
    }

    /// Whether there is time to compile another module.
    var hasTime: Bool {
        budget.map { ContinuousClock.now - start < $0 } ?? true
    }

    /// The folder with all data about a document.
    func folder(of document: CorpusDocument) -> String {
        state + "/" + document.path
    }

    /// The documents of this run in its order.
    func select(from documents: [CorpusDocument]) throws -> [CorpusDocument] {
        let chosen = documents.filter { document in only.map(document.path.contains) ?? true }
        guard !chosen.isEmpty else {
            throw Problem(description: "no document in \(corpus)" + (only.map { " with \($0) in its path" } ?? ""))
        }
        guard let seed else { return chosen }
        let ranks = chosen.map { Fingerprint.of(Array((seed + $0.path).utf8)) }
        return zip(ranks, chosen).sorted { $0.0 < $1.0 }.map(\.1)
    }
}
