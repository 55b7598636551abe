import ApusDiff
import ApusPlatform
import ApusSource

/// The changes for callers since the committed output was generated.
///
/// The manifest of the output records the SHA-256 of each document, not its text. The text is that of the newest commit whose files have
/// these digests: of `HEAD` where only the documents were edited, of an earlier commit where documents were committed without output.
public enum RecordedVersion {
    /// Commits that are searched, along first parents.
    private static let reach = 200

    /// - Throws: ``ComparisonProblem`` where git does not have the recorded documents.
    public static func compare(
        _ client: ClientConfiguration, of workspace: Workspace, fetch: Fetch? = nil
    ) throws(ComparisonProblem) -> DocumentComparison.Outcome {
        let manifest = workspace.locate(client.output) + "/" + OutputManifest.fileName
        guard let bytes = try? FileBytes.read(manifest, limit: 64 << 20) else {
            throw ComparisonProblem("\(client.name): there is no \(manifest), so nothing has been generated yet")
        }
        let recorded = digests(in: String(decoding: bytes, as: UTF8.self))
        let spec = RealPath(workspace.locate(client.spec)).text
        guard let repository = GitRepository(containing: spec), let path = repository.path(of: spec)
        else {
            throw ComparisonProblem(
                "\(client.name): \(client.spec) is in no git repository, so its earlier text is not known")
        }
        guard let commit = find(recorded, for: client, of: workspace, in: repository) else {
            throw ComparisonProblem(
                "\(client.name): none of the last \(reach) commits has \(client.spec) as the output was generated from it"
            )
        }
        let files = SourceFiles()
        let old = try DocumentSource.read(
            path, at: commit, of: repository, shownAs: "git:\(commit.prefix(10))/", limit: files.limits.bytesPerFile)
        let run = DocumentComparison.Run(client: client, workspace: workspace, files: files, fetch: fetch)
        return run.compare((.git(revision: commit, path: path), old), (.place(client.spec), nil))
    }

    /// The documents that a manifest names, by their paths: `# 64 digits  specs/pets/openapi.yaml`.
    static func digests(in manifest: String) -> [String: String] {
        var found: [String: String] = [:]
        for line in manifest.split(whereSeparator: \.isNewline) where line.hasPrefix("# ") {
            let parts = line.dropFirst(2).split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard parts.count == 2, parts[0].utf8.count == 64 else { continue }
            found[parts[1].drop { $0 == " " }.description] = String(parts[0])
        }
        return found
    }

    private static func find(
        _ recorded: [String: String], for client: ClientConfiguration, of workspace: Workspace,
        in repository: GitRepository
    ) -> String? {
        guard recorded[workspace.show(client.spec)] != nil, var commit = repository.commit("HEAD") else { return nil }
        let locations = recorded.compactMap { path, digest in
            repository.path(of: RealPath(workspace.locate(path)).text).map { ($0, digest) }
        }
        for _ in 0..<reach {
            let isSame = locations.allSatisfy { path, digest in
                repository.read(path, at: commit).map { SHA256.hex(of: $0) == digest } ?? false
            }
            if isSame { return commit }
            guard let parent = repository.parent(of: commit) else { return nil }
            commit = parent
        }
        return nil
    }
}
