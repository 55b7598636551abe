import ApusDiff
import TestSupport
import Testing

/// The table of kinds, its page, and the source that reports them agree.
struct TableTests {
    @Test func pageIsThatOfTheTable() throws {
        try Recording.expect(Self.page, at: "Documentation/Changes.md")
    }

    private static var page: String {
        let counts = ChangeClass.allCases.map { effect in
            "\(ChangeTable.all.count { $0.effect == effect }) \(effect.rawValue)"
        }
        let head = """
            # Kinds of change

            `apus diff OLD NEW` and `apus check --summary` report these \(ChangeTable.all.count) kinds of change: \(counts.joined(separator: ", ")).

            - **breaking**: a caller that uses the symbol compiles no more.
            - **silent**: a caller compiles and behaves otherwise.
            - **deprecated**: a caller compiles, and the compiler or the documentation warns.
            - **added**: a caller compiles and may use something new.
            - **internal**: a caller sees nothing.

            A caller makes requests and reads responses. It builds values that are sent, and reads values that are received; it does not read what
            it built itself. A `switch` over an enum that has a case for other values has a `default`.

            Each kind has a case in `Tests/DiffTests/Cases`, with both documents, the report, and a caller. A test type-checks each caller with the old client and with the new one:
            it compiles with the new one exactly where the kind is not breaking. A sentence is that of the report: `{symbol}` is the Swift
            name before and `{renamed}` that after, `{old}` and `{new}` are what changed. This page is made from `Sources/ApusDiff/Kinds`.

            """
        return head + ChangeArea.allCases.map(section).joined()
    }

    private static func section(_ area: ChangeArea) -> String {
        let word = area.rawValue
        var text =
            "\n## \(word.prefix(1).uppercased())\(word.dropFirst())\n\n| kind | effect | sentence |\n|---|---|---|\n"
        for kind in ChangeTable.all where kind.area == area {
            let path = "../Tests/DiffTests/Cases/\(word)/\(kind.id).md"
            text += "| [`\(kind.id)`](\(path)) | \(kind.effect.rawValue) | \(kind.sentence) |\n"
        }
        return text
    }

    /// Every id in a literal of the comparison is a row of the table.
    @Test func reportedKindsAreInTheTable() {
        let folder = "Sources/ApusDiff/Compare"
        let text = Repository.names(in: folder).compactMap { Repository.read(folder + "/" + $0) }.joined()
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        let prefixes = Set(ChangeTable.all.map { String($0.id.prefix { $0 != "-" }) })
        var ids: [String] = []
        for (index, part) in parts.enumerated() where index % 2 == 1 {
            let words = part.split(separator: "-", omittingEmptySubsequences: false)
            let isID = words.count > 1 && words.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isLowercase) }
            if isID, prefixes.contains(String(words[0])) { ids.append(String(part)) }
        }
        #expect(ids.count > 150)
        // Both directions of a bound are made of its word.
        let unknown = ids.filter { ChangeTable.find($0) == nil && ChangeTable.find($0 + "-narrowed") == nil }
        #expect(unknown.isEmpty, "the table has no \(unknown)")
    }

    @Test func idsAreKebabCase() {
        let odd = ChangeTable.all.map(\.id).filter { id in
            id.split(separator: "-", omittingEmptySubsequences: false).contains { word in
                word.isEmpty || !word.allSatisfy { $0.isLowercase && $0.isASCII }
            }
        }
        #expect(odd.isEmpty)
    }
}
