import Foundation
import MappingExamples
import Testing

/// `Documentation/Supported.md` and the mapping book agree: every promise of a row has a case, and every case has a
/// row.
///
/// A case is a part of a chapter below a heading `## …`; a chapter without such headings is one case.
struct SupportedTests {
    private static let root = MappingBook.folder + "/../../.."
    private static let page = "Documentation/Supported.md"
    /// The page's link prefix of a chapter.
    private static let path = "../Tests/MappingTests/Mappings/"
    private static let rows: [Row] = read()

    private struct Row {
        var line: Int
        var text: String
        /// `enums` or `enums#closed`.
        var cases: [String]
        /// Ids of findings, in brackets as Apus prints them: `[mixed-enum]`.
        var findings: [String]
    }

    @Test func everyRowLeadsSomewhere() {
        #expect(Self.rows.count > 50)
        let known = Set(MappingBook.topics.flatMap { [$0] + Self.cases(of: $0) })
        for row in Self.rows {
            let location: Comment = "\(Self.page):\(row.line)"
            let isTold = !row.cases.isEmpty || !row.findings.isEmpty || row.text.contains("| **No**")
            #expect(isTold, "\(location): a row names a case or a finding, or says **No**")
            for name in row.cases { #expect(known.contains(name), "\(location): there is no case \(name)") }
            for id in row.findings {
                let folder = Self.root + "/specs/invalid/" + id
                #expect(FileManager.default.fileExists(atPath: folder), "\(location): there is no finding \(id)")
            }
        }
    }

    @Test(arguments: MappingBook.topics)
    func everyCaseHasARow(topic: String) throws {
        let named = Set(Self.rows.flatMap(\.cases))
        for name in Self.cases(of: topic) where !named.contains(name) {
            let link = Self.path + name.replacing("\(topic)#", with: "\(topic).md#") + (name == topic ? ".md" : "")
            Issue.record("add to \(Self.page):\n| what the document says | what becomes of it | [\(topic)](\(link)) |")
        }
    }

    /// `enums#closed` for `## Closed` of `enums.md`; the chapter itself where it has no such heading.
    private static func cases(of topic: String) -> [String] {
        let headings = (try? MappingBook.read(topic))?.pieces.flatMap { piece -> [String] in
            guard case .prose(let lines) = piece else { return [] }
            return lines.filter { $0.hasPrefix("## ") }.map { topic + "#" + anchor(of: $0.dropFirst(3)) }
        }
        return headings?.isEmpty == false ? headings ?? [] : [topic]
    }

    /// As GitHub makes it: lower case, spaces as hyphens, without other signs.
    private static func anchor(of heading: Substring) -> String {
        let kept = heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
        return kept.replacing(" ", with: "-")
    }

    private static func read() -> [Row] {
        let text = (try? String(contentsOfFile: root + "/" + page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { location, line in
            guard line.hasPrefix("| "), !line.hasPrefix("| Construct") else { return nil }
            let targets = line.split(separator: "](").dropFirst().compactMap { $0.split(separator: ")").first }
            let cases = targets.filter { $0.hasPrefix(path) }.map { target in
                target.dropFirst(path.count).replacing(".md", with: "")
            }
            let findings = line.matches(of: /`\[([a-z0-9-]+)\]`/).map { String($0.output.1) }
            return Row(line: location + 1, text: String(line), cases: cases.map { String($0) }, findings: findings)
        }
    }
}
