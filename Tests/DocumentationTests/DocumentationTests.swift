import Foundation
import TestSupport
import Testing

/// The code of the articles is compiled with this target: `Snippets` contains it, one file for each article, and `Tasks` has the
/// code that tests run.
/// `APUS_UPDATE=1` records the current code, and fails once.
@Suite("Articles")
struct DocumentationTests {
    private static let articles: [URL] = {
        let folder = Repository.url(of: "Documentation/Apus.docc")
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
        let snippets = Article(try String(contentsOf: article, encoding: .utf8)).snippets.filter { $0.test == nil }
        let file = "Tests/DocumentationTests/Snippets/\(name)Snippets.swift"
        if snippets.isEmpty {
            #expect(!Repository.exists(file), "\(name) has no code any more")
            return
        }
        try Recording.expect(SnippetFile.print(snippets, of: name), at: file)
    }

    @Test("the code that an article has from a test is a part of it", arguments: articles)
    func codeIsRun(_ article: URL) throws {
        for snippet in Article(try String(contentsOf: article, encoding: .utf8)).snippets {
            guard let test = snippet.test else { continue }
            let source = try #require(Repository.read("Tests/DocumentationTests/Tasks/\(test)"))
            #expect(
                snippet.isPart(of: source),
                "\(test) does not have these lines:\n\(snippet.lines.joined(separator: "\n"))")
        }
    }

    @Test("every article is named by the first page")
    func articlesAreNamed() throws {
        let first = try #require(Repository.read("Documentation/Apus.docc/Apus.md"))
        for article in Self.articles where article.lastPathComponent != "Apus.md" {
            let name = article.deletingPathExtension().lastPathComponent
            #expect(first.contains("<doc:\(name)>"), "Apus.md does not name \(name)")
        }
    }
}
