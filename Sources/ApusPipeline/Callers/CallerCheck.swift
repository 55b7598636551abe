import ApusDiff
import ApusEmission
import ApusModel
import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Type-checks an adopter's own sources with the client of the new document.
///
/// The sources are checked with the client of the old document first: an error that both have is none of the new document's.
public struct CallerCheck: Sendable {
    /// A line of the adopter's that compiles no more.
    public struct Finding: Sendable {
        /// `Sources/App/Sync.swift:41:17: getContact takes a new required workspace: String`
        public let text: String
        /// `replace custom with customFields`; nil where the change is no rename.
        public let fix: String?
    }

    public let findings: [Finding]
    /// Errors that the sources have with the old document as well.
    public let earlier: [String]

    /// The findings with a line for each fix, and their number.
    public var text: String {
        let lines = findings.map { $0.text + "\n" + ($0.fix.map { "    fix-it: \($0)\n" } ?? "") }
        let count = findings.count
        return lines.joined()
            + (count == 0
                ? "every caller compiles\n"
                : "\(count) place\(count == 1 ? "" : "s") of callers no longer compile\(count == 1 ? "s" : "")\n")
    }

    /// - Parameters:
    ///   - folder: The folder of a target, or one file.
    ///   - build: The folder of the package's build; nil: `.build/debug` of the package around the sources.
    ///   - comparison: Both versions.
    ///   - client: How both are generated.
    /// - Returns: nil where there is no report.
    /// - Throws: ``ComparisonProblem`` where the sources cannot be checked.
    public static func run(
        _ folder: String, build: String?, comparison: DocumentComparison.Outcome, client: ClientConfiguration,
        of workspace: Workspace
    ) throws(ComparisonProblem) -> CallerCheck? {
        guard let models = comparison.models, let report = comparison.report else { return nil }
        let module = models.old.module
        guard models.new.module == module else {
            throw ComparisonProblem(
                "--callers: the documents' titles name the modules \(module) and \(models.new.module); give --client, or --name with the module that the sources import"
            )
        }
        let pipeline = Pipeline(client: client, workspace: workspace)
        let files: [[GeneratedFile]]
        do {
            let options = try pipeline.emissionOptions()
            files = [try Emission.emit(models.old, options: options), try Emission.emit(models.new, options: options)]
        } catch {
            throw ComparisonProblem("--callers: \(error)")
        }
        let sources = try CallerSources(folder, build: build)
        let place = try TemporaryPlace()
        defer { place.remove() }
        let compilation = Compilation(sources: sources, module: module, place: place.path)
        let before = try compilation.check(files[0], side: "old")
        if let missing = before.first(where: { $0.message.hasPrefix("no such module") }) {
            throw ComparisonProblem(
                "--callers: \(missing.path):\(missing.line): \(missing.message) in \(sources.build)/Modules; run swift build, or name another build with --build-path"
            )
        }
        let after = try compilation.check(files[1], side: "new")
        let known = Set(before)
        return CallerCheck(
            findings: after.filter { !known.contains($0) }.map {
                describe($0, report.changes + report.accepted.map(\.change))
            },
            earlier: before.map { "\($0.path):\($0.line):\($0.column): \($0.message)" })
    }

    private static func describe(_ error: CallerError, _ changes: [Change]) -> Finding {
        let place = "\(error.path):\(error.line):\(error.column): "
        let text = FileManager.default.contents(atPath: error.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.indices.contains(error.line - 1) ? String(lines[error.line - 1]) : ""
        guard let change = error.explain(changes, text: line) else {
            return Finding(text: place + error.message, fix: nil)
        }
        return Finding(
            text: place + change.sentence, fix: change.replacement.map { "replace \($0.old) with \($0.new)" })
    }

    /// The compiler's work on one version.
    private struct Compilation {
        let sources: CallerSources
        let module: String
        let place: String

        /// The errors in the adopter's files.
        func check(_ files: [GeneratedFile], side: String) throws(ComparisonProblem) -> [CallerError] {
            let folder = place + "/" + side
            var generated: [String] = []
            do {
                for (index, file) in files.enumerated() where file.path.hasSuffix(".swift") {
                    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                    // Two files of one name in different folders are no module.
                    let path = "\(folder)/\(index)-\(file.path.split(separator: "/").last ?? "")"
                    try Data(file.contents.utf8).write(to: URL(filePath: path))
                    generated.append(path)
                }
            } catch {
                throw ComparisonProblem("cannot write to \(folder): \(FileFault.describe(error))")
            }
            let shared = ["-wmo", "-suppress-warnings", "-diagnostic-style", "llvm", "-continue-building-after-errors"]
            let isApart = sources.imports.contains(module)
            if isApart {
                let output = try CompilerRun.run(
                    shared + ["-swift-version", "6", "-parse-as-library", "-emit-module", "-module-name", module, "-o"]
                        + ["\(folder)/\(module).swiftmodule"] + sources.searchArguments + generated,
                    log: folder + "/client.log")
                guard FileManager.default.fileExists(atPath: "\(folder)/\(module).swiftmodule") else {
                    let error = output.split(separator: "\n").first { $0.contains("error: ") } ?? "the compiler failed"
                    throw ComparisonProblem("--callers: the client of the \(side) document does not compile: \(error)")
                }
            }
            let hasMain = sources.paths.contains { $0.hasSuffix("/main.swift") || $0 == "main.swift" }
            let output = try CompilerRun.run(
                shared + ["-typecheck", "-swift-version", sources.languageMode]
                    + (isApart ? ["-module-name", "Callers", "-I", folder] : ["-module-name", module])
                    + (hasMain || sources.paths.count == 1 && !isApart ? [] : ["-parse-as-library"])
                    + sources.searchArguments + sources.paths + (isApart ? [] : generated),
                log: folder + "/callers.log")
            return CallerError.read(output, of: Set(sources.paths))
        }
    }

    /// A folder that is removed at the end.
    private struct TemporaryPlace {
        let path: String

        init() throws(ComparisonProblem) {
            path =
                FileManager.default.temporaryDirectory.path(percentEncoded: false) + "apus-callers-\(UUID().uuidString)"
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            } catch {
                throw ComparisonProblem("cannot create \(path): \(FileFault.describe(error))")
            }
        }

        func remove() {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
