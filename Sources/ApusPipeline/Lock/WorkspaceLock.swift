import ApusJSON
import ApusSource

/// The documents that the clients of a workspace were last updated from: the file `apus.lock` beside `apus.yaml`.
struct WorkspaceLock: Equatable {
    /// One client.
    struct Entry: Equatable {
        /// The SHA-256 of the document, in hexadecimal digits.
        var document: String
        /// The SHA-256 of the templates, in hexadecimal digits.
        var templates: String
        /// The version of Apus.
        var apus: String
        /// The address that the document was fetched from, as `apus.yaml` has it; nil for a document without one.
        var address: String?
        var validators: RemoteValidators?
        /// The SHA-256 of the document before this one, where its names are kept.
        var previous: String?
    }

    static let title = "# Written by apus update. It has what each client was generated from: commit it."

    /// By the clients' names.
    var entries: [String: Entry] = [:]

    /// As YAML, sorted by names.
    var text: String {
        let clients = entries.sorted { $0.key < $1.key }.map { name, entry in
            let lines: [(String, String?)] = [
                ("document", entry.document), ("templates", entry.templates), ("apus", entry.apus),
                ("address", entry.address), ("resolved", entry.validators?.resolved), ("etag", entry.validators?.etag),
                ("modified", entry.validators?.modified), ("previous", entry.previous),
            ]
            let members = lines.compactMap { key, value in value.map { "    \(key): \(JSONString.quote($0))\n" } }
            return "  \(JSONString.quote(name)):\n" + members.joined()
        }
        return Self.title + "\nclients:\n" + clients.joined()
    }

    /// An absent file is a lock without clients.
    ///
    /// - Throws: ``OutputProblem`` for a file that cannot be read, or that is no lock.
    static func read(_ path: String) throws(OutputProblem) -> WorkspaceLock {
        let files = SourceFiles()
        let bytes: [UInt8]
        do throws(FileBytes.Problem) {
            bytes = try FileBytes.read(path, limit: files.limits.bytesPerFile)
        } catch .unreadable(let reason) {
            guard reason != absent else { return WorkspaceLock() }
            throw OutputProblem(path: path, action: "read", reason: reason)
        } catch {
            throw OutputProblem(path: path, action: "read", reason: "it is too large")
        }
        var unused = Diagnostics()
        let root = try? files.parse(files.add(path: path, bytes: bytes), diagnostics: &unused)
        guard let clients = root?["clients"], clients.isNull || clients.mapping != nil else { throw invalid(path) }
        var lock = WorkspaceLock()
        for client in clients.mapping?.entries ?? [] {
            guard let entry = Entry(client.value) else { throw invalid(path) }
            lock.entries[client.key] = entry
        }
        return lock
    }

    /// The reason of ``FileBytes`` where there is no file.
    private static let absent = "the file does not exist"

    private static func invalid(_ path: String) -> OutputProblem {
        OutputProblem(
            path: path, action: "use",
            reason: "it is not as apus update writes it; solve its conflicts, or remove it and run apus update")
    }
}

extension WorkspaceLock.Entry {
    fileprivate init?(_ node: SourceNode) {
        guard let document = node["document"]?.string, let templates = node["templates"]?.string,
            let apus = node["apus"]?.string
        else { return nil }
        self.init(
            document: document, templates: templates, apus: apus, address: node["address"]?.string,
            previous: node["previous"]?.string)
        if let resolved = node["resolved"]?.string {
            validators = RemoteValidators(
                address: resolved, etag: node["etag"]?.string, modified: node["modified"]?.string)
        }
    }
}
