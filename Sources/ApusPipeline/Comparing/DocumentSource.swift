import ApusSource
import ApusSpec

/// The source of one of two documents: the text of a ``DocumentLocation``, or a commit of git.
public enum DocumentSource: Equatable, Sendable {
    case place(String)
    /// `git:main` or `git:v1.2:specs/openapi.yaml`; the path is relative to the root of the repository, and nil for that of the other document.
    case git(revision: String, path: String?)

    public init(_ text: String) {
        guard text.hasPrefix("git:") else {
            self = .place(text)
            return
        }
        let parts = text.dropFirst("git:".count).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        self = .git(revision: String(parts[0]), path: parts.count > 1 ? String(parts[1]) : nil)
    }
}

/// The reason why two documents cannot be compared: one sentence without a capital and a full stop.
public struct ComparisonProblem: Error, Sendable {
    public let text: String

    init(_ text: String) {
        self.text = text
    }
}

extension DocumentSource {
    /// The document of a commit; nil for a place, which the pipeline reads.
    /// - Parameter other: The other document, whose path a revision alone has as well.
    func load(beside other: DocumentSource, limit: Int) throws(ComparisonProblem) -> LoadedDocument? {
        guard case .git(let revision, let path) = self else { return nil }
        return try Self.load(revision, path, beside: other, limit: limit)
    }

    private static func load(
        _ revision: String, _ path: String?, beside other: DocumentSource, limit: Int
    ) throws(ComparisonProblem) -> LoadedDocument {
        let here = RealPath("").text
        guard let repository = GitRepository(containing: here) else {
            throw ComparisonProblem("git:\(revision) needs a git repository, and \(here) is in none")
        }
        guard let commit = repository.commit(revision) else {
            throw ComparisonProblem("git has no commit \"\(revision)\" in \(repository.root)")
        }
        var location = path
        if location == nil, case .place(let text) = other, case .file(let file) = DocumentLocation(text) {
            location = repository.path(of: RealPath(file).text)
        }
        if location == nil, case .git(_, let path?) = other { location = path }
        guard let location else {
            throw ComparisonProblem(
                "git:\(revision) names no file of \(repository.root); write git:\(revision):PATH, from the root of the repository"
            )
        }
        return try read(location, at: commit, of: repository, shownAs: "git:\(revision)/", limit: limit)
    }

    /// A file of a commit; its parts come from the same commit.
    static func read(
        _ path: String, at commit: String, of repository: GitRepository, shownAs prefix: String, limit: Int
    ) throws(ComparisonProblem) -> LoadedDocument {
        guard let bytes = repository.read(path, at: commit) else {
            throw ComparisonProblem("there is no \(path) in \(prefix.dropLast())")
        }
        let loader = FileLoader(
            load: { path, files, mark throws(SourceError) in
                guard path.hasPrefix(prefix),
                    let bytes = repository.read(String(path.dropFirst(prefix.count)), at: commit)
                else { throw SourceError([]) }
                return files.add(path: path, bytes: bytes)
            }, resolveLinks: { $0 })
        return LoadedDocument(path: prefix + path, bytes: bytes, loader: loader, prefix: prefix)
    }
}
