import ApusLowering
import ApusPlatform

/// The document of a client with an address: the address, the file that keeps it, and the state of both.
struct ClientSource {
    let client: ClientConfiguration
    /// As `apus.yaml` has it.
    let address: String
    /// nil where `spec` is the address, so that nothing is kept.
    let file: KeptFile?
    /// The content of the file; nil where there is none yet.
    let bytes: [UInt8]?
    let entry: WorkspaceLock.Entry?
    /// The file that keeps the document before this one; nil where names are not kept.
    let previous: KeptFile?

    /// nil for a client without an address.
    ///
    /// - Throws: ``OutputProblem`` for a file that cannot be kept there.
    init?(_ client: ClientConfiguration, of workspace: Workspace, lock: WorkspaceLock) throws(OutputProblem) {
        self.client = client
        entry = lock.entries[client.name]
        let place = client.keepsDeprecated ? Pipeline.previousPath(of: client.spec) : nil
        previous = try place.map { path throws(OutputProblem) in
            try KeptFile(workspace.locate(path), of: workspace)
        }
        switch (DocumentLocation(client.spec), client.from) {
        case (.address, _):
            (address, file, bytes) = (client.spec, nil, nil)
        case (.file(let path), let from?):
            let kept = try KeptFile(workspace.locate(path), of: workspace)
            (address, file, bytes) = (from, kept, try kept.read())
        default: return nil
        }
    }

    /// The validators to send: those of the file on disk; of a document that is not kept, those of the one that the output is from.
    func validators(templates: String, hasOutput: Bool) -> RemoteValidators? {
        guard let entry, entry.address == address else { return nil }
        if file != nil { return bytes.map { SHA256.hex(of: $0) } == entry.document ? entry.validators : nil }
        let isCurrent = entry.apus == GeneratorVersion.current && entry.templates == templates
        return hasOutput && isCurrent ? entry.validators : nil
    }

    /// - Throws: ``OutputProblem`` where a new document would replace a text that neither `apus.lock` nor git has.
    func checkReplacement(by new: [UInt8]) throws(OutputProblem) {
        guard let file, let bytes, bytes != new else { return }
        try Self.check(file, bytes, recorded: entry?.document)
        if let previous, let bytes = try previous.read() {
            try Self.check(previous, bytes, recorded: entry?.previous)
        }
    }

    private static func check(_ file: KeptFile, _ bytes: [UInt8], recorded: String?) throws(OutputProblem) {
        var git = GitWorkTrees()
        if SHA256.hex(of: bytes) == recorded || git.hold(bytes, at: RealPath(file.path).text) { return }
        throw OutputProblem(
            path: file.path, action: "replace",
            reason:
                "it is not as it was fetched, and git does not have it; commit it, or replace it with --force; corrections are safe in an overlay"
        )
    }
}
