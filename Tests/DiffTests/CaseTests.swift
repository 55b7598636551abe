import ApusDiff
import Foundation
import TestSupport
import Testing

/// Each kind of change has a case, and each case prints what it says.
struct CaseTests {
    @Test("a case", arguments: DiffCase.all)
    func isReported(_ one: DiffCase) throws {
        let (changes, files) = try one.compare()
        #expect(changes.contains { $0.kind.id == one.kind }, "no change is \(one.kind): \(changes.map(\.kind.id))")
        #expect(changes.allSatisfy { $0.kind.area.rawValue == one.area || $0.kind.id != one.kind })
        let text = ChangeReport(changes, files: files).text(all: true)
        guard text != one.expected else { return }
        if Recording.isOn, let page = Repository.read(one.path) {
            try Repository.write(Self.record(text, in: page), to: one.path)
            Issue.record("recorded \(one.path); run again")
        } else {
            Issue.record("\(one.path) says\n\(one.expected)and is\n\(text)")
        }
    }

    private static func record(_ text: String, in page: String) -> String {
        guard let start = page.range(of: "```text\n"), let end = page[start.upperBound...].range(of: "```") else {
            return page + "\n```text\n" + text + "```\n"
        }
        return page[..<start.upperBound] + text + page[end.lowerBound...]
    }

    @Test func everyKindHasACase() {
        let cases = Set(DiffCase.all.map(\.kind))
        let missing = ChangeTable.all.filter { !cases.contains($0.id) }.map { "\($0.area.rawValue)/\($0.id)" }
        #expect(missing.isEmpty, "write a case for \(missing.joined(separator: ", "))")
        let unknown = cases.filter { ChangeTable.find($0) == nil }.sorted()
        #expect(unknown.isEmpty, "the table has no \(unknown.joined(separator: ", "))")
    }

    @Test func kindsAreUniqueAndEnough() {
        let ids = ChangeTable.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.count >= 150)
    }
}
