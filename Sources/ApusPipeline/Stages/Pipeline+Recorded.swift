import ApusEmission
import ApusPlatform
import ApusSource

extension Pipeline {
    /// A document that is fetched at each run has to be the recorded one, so that every machine generates the same.
    ///
    /// - Throws: ``OutputProblem`` where `apus.lock` has another document of the client's address.
    func checkRecorded() throws(OutputProblem) {
        guard DocumentLocation(client.spec).isAddress, let path = workspace.lockPath, let document,
            let entry = try WorkspaceLock.read(path).entries[client.name], entry.address == client.spec,
            entry.document != SHA256.hex(of: files.bytes(of: document))
        else { return }
        throw OutputProblem(
            path: DocumentLocation.show(client.spec), action: "generate from",
            reason: "it is not the document in \(path); apus update \(client.name) prints what changed, and takes it")
    }

    /// The SHA-256 of the templates that the client is printed with: Apus's own, and the user's in their place.
    func digestTemplates() throws(OutputProblem) -> String {
        let own = Dictionary(uniqueKeysWithValues: TemplateContract.entries.map { ($0.name, $0.text) })
        let all = own.merging(try readTemplates()) { $1 }
        return SHA256.hex(of: all.sorted { $0.key < $1.key }.map { "\($0.key)\0\($0.value)\0" }.joined().utf8)
    }
}
