import TestSupport
import Testing

/// Files and functions that fit a screen or a few.
struct SizeTests {
    static let maximumFile = 400
    static let maximumFunction = 60

    /// Path, or path and function as `Sources/A/B.swift read`, → why it may be longer.
    static let exemptions: [String: String] = [:]

    @Test func sizesAreKept() {
        let findings = Repository.handwritten.flatMap(findTooLong)
        let found = Set(findings.map(\.name))
        expectNone(
            findings.filter { Self.exemptions[$0.name] == nil }.map(\.problem),
            "split these: a file has at most \(Self.maximumFile) lines, a function \(Self.maximumFunction)")
        expectNone(
            Self.exemptions.keys.filter { !found.contains($0) }.sorted(),
            "these exemptions are no longer needed; remove them from SizeTests.exemptions")
    }

    private func findTooLong(_ file: SwiftFile) -> [(name: String, problem: String)] {
        var found: [(name: String, problem: String)] = []
        if file.lineCount > Self.maximumFile {
            found.append((file.path, "\(file.path): \(file.lineCount) lines"))
        }
        for function in FunctionFinder.find(in: file.code) where function.length > Self.maximumFunction {
            let problem = "\(file.path):\(function.line): \(function.name) has \(function.length) lines"
            found.append((file.path + " " + function.name, problem))
        }
        return found
    }
}
