import ApusSource

/// One more client at the end of an `apus.yaml`, whose own text stays as it is.
struct WorkspaceAddition {
    /// The bytes to append.
    let text: String

    /// - Parameters:
    ///   - template: The client.
    ///   - bytes: The content of the file.
    ///   - folder: The folder of the file.
    /// - Throws: ``WorkspaceProblem`` when the file is invalid, has the client already, or is written so that nothing can be appended.
    init(of template: WorkspaceTemplate, to bytes: [UInt8], in folder: String) throws(WorkspaceProblem) {
        let name = Workspace.fileName
        let before = try Workspace.read(bytes, shownAs: name, folder: folder)
        if let other = before.clients.first(where: { $0.name == template.name }) {
            throw WorkspaceProblem(
                other.spec == template.spec
                    ? "\(name) has a client \(other.name) for \(other.spec) already"
                    : "\(name) has a client \(other.name) already; give this one another name with --name")
        }
        let end = bytes.last == UInt8(ascii: "\n") || bytes.isEmpty ? "\n" : "\n\n"
        guard let indent = Self.indent(of: bytes) else { throw Self.refusal(template) }
        let addition = end + template.client(indent: indent, isComplete: false)
        let after = try? Workspace.read(bytes + Array(addition.utf8), shownAs: name, folder: folder)
        guard let after, Self.settings(of: after.clients.dropLast()) == Self.settings(of: before.clients[...]),
            after.clients.last?.name == template.name
        else {
            throw Self.refusal(template)
        }
        text = addition
    }

    /// The clients without the text of the file that configures them.
    private static func settings(of clients: ArraySlice<ClientConfiguration>) -> [ClientConfiguration] {
        clients.map { client in
            var client = client
            client.settingsFiles = []
            return client
        }
    }

    /// The column of the dashes; nil where the clients are no block sequence.
    private static func indent(of bytes: [UInt8]) -> Int? {
        let files = SourceFiles()
        let root = try? files.parse(files.add(path: Workspace.fileName, bytes: bytes))
        guard let last = root?["clients"]?.sequence?.last else { return nil }
        let text = files.bytes(of: last.mark.file)
        let line = text[..<Int(last.mark.offset)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let dash = text[line...].prefix { $0 == UInt8(ascii: " ") }.count
        return text[(line + dash)...].first == UInt8(ascii: "-") ? dash : nil
    }

    private static func refusal(_ template: WorkspaceTemplate) -> WorkspaceProblem {
        WorkspaceProblem(
            "\(Workspace.fileName) does not list its clients under each other, so nothing can be appended; add this client to it:\n"
                + template.client(indent: 2, isComplete: false))
    }
}
