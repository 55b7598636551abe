import Foundation
import Testing

/// The code of the articles is compiled with this target: `Snippets` contains it, one file for each article.
/// `APUS_UPDATE=1` records the current code, and fails once.
@Suite("Articles")
struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let articles: [URL] = {
        let folder = root.appending(path: "Documentation/Apus.docc")
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "md" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }()

    @Test("there are articles")
    func articlesAreFound() {
        #expect(Self.articles.count > 1)
    }

    @Test("the code of an article is what is compiled here", arguments: articles)
    func codeIsCompiled(_ article: URL) throws {
        let name = article.deletingPathExtension().lastPathComponent
        let snippets = Article(try String(contentsOf: article, encoding: .utf8)).snippets
        let file = Self.root.appending(path: "Tests/DocumentationTests/Snippets/\(name)Snippets.swift")
        if snippets.isEmpty {
            #expect(!FileManager.default.fileExists(atPath: file.path), "\(name) has no code any more")
            return
        }
        let text = SnippetFile.print(snippets, of: name)
        if (try? String(contentsOf: file, encoding: .utf8)) == text { return }
        guard ProcessInfo.processInfo.environment["APUS_UPDATE"] == "1" else {
            Issue.record("\(file.lastPathComponent) is not what \(name).md shows; make goldens records it")
            return
        }
        try Data(text.utf8).write(to: file)
        Issue.record("\(file.lastPathComponent) recorded; run again")
    }

    @Test("every article is named by the first page")
    func articlesAreNamed() throws {
        let first = try String(
            contentsOf: Self.root.appending(path: "Documentation/Apus.docc/Apus.md"), encoding: .utf8)
        for article in Self.articles where article.lastPathComponent != "Apus.md" {
            let name = article.deletingPathExtension().lastPathComponent
            #expect(first.contains("<doc:\(name)>"), "Apus.md does not name \(name)")
        }
    }
}
