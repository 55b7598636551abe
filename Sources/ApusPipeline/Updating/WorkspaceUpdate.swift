import ApusLowering
import ApusPlatform
import ApusSource
import ApusSpec

/// Fetches the documents of a workspace's clients, and then takes them: two steps, so that the report is read before anything is written.
public struct WorkspaceUpdate: Sendable {
    public struct Options: Sendable {
        /// Whether to replace documents and output that somebody edited.
        public var isForced = false
        /// Fetches documents unless the stored ones are current.
        public var fetchNewer: FetchNewer
        /// Fetches the parts of documents from allowed hosts.
        public var fetch: Fetch

        public init(fetchNewer: @escaping FetchNewer, fetch: @escaping Fetch) {
            self.fetchNewer = fetchNewer
            self.fetch = fetch
        }
    }

    /// In the order of the workspace.
    public let clients: [ClientUpdate]
    private let workspace: Workspace
    private let lock: WorkspaceLock
    private let options: Options

    /// Fetches, compares and rehearses; writes nothing.
    ///
    /// - Throws: ``OutputProblem`` where `apus.lock` cannot be used.
    public static func prepare(_ workspace: Workspace, options: Options) async throws(OutputProblem) -> WorkspaceUpdate
    {
        let lock = try workspace.lockPath.map { path throws(OutputProblem) in
            _ = try KeptFile(path, of: workspace).read()
            return try WorkspaceLock.read(path)
        }
        let step = Preparation(workspace: workspace, lock: lock ?? WorkspaceLock(), options: options)
        let clients = await withTaskGroup(of: (Int, ClientUpdate).self) { group in
            for (index, client) in workspace.clients.enumerated() {
                group.addTask { (index, DocumentStack.run { step.prepare(client) }) }
            }
            var updates: [(Int, ClientUpdate)] = []
            for await update in group { updates.append(update) }
            return updates.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return WorkspaceUpdate(clients: clients, workspace: workspace, lock: lock ?? WorkspaceLock(), options: options)
    }

    /// Writes the documents, generates from them, and records them. A client that failed in ``prepare(_:options:)`` is left as it is.
    ///
    /// - Returns: The report of each client that was generated.
    /// - Throws: ``OutputProblem`` for the first file that cannot be written.
    public func take() async throws(OutputProblem) -> [ClientReport] {
        var lock = lock
        var plan = workspace
        var generation = Generator.Options()
        generation.isForced = options.isForced
        generation.fetch = options.fetch
        plan.clients = []
        for (update, client) in zip(clients, workspace.clients) {
            guard !update.isFailure, let document = update.document else { continue }
            lock.entries[client.name] = document.entry
            if let source = document.source {
                if let previous = source.previous, let old = document.previous { try previous.write(old) }
                try source.file?.write(document.bytes)
                generation.documents[client.name] = .fetched(client, document.bytes, workspace, options.fetch)
            }
            plan.clients.append(client)
        }
        if lock != self.lock, let path = workspace.lockPath {
            try KeptFile(path, of: workspace).write(Array(lock.text.utf8))
        }
        return await Generator.generate(plan, options: generation)
    }
}

extension LoadedDocument {
    /// The bytes of a client's document, at the place that `spec` names.
    fileprivate static func fetched(
        _ client: ClientConfiguration, _ bytes: [UInt8], _ workspace: Workspace, _ fetch: @escaping Fetch
    ) -> LoadedDocument {
        LoadedDocument(path: client.spec, bytes: bytes, loader: .folder(workspace.folder, fetch: fetch))
    }
}

/// The first step for one client.
private struct Preparation {
    let workspace: Workspace
    let lock: WorkspaceLock
    let options: WorkspaceUpdate.Options

    func prepare(_ client: ClientConfiguration) -> ClientUpdate {
        do throws(OutputProblem) {
            try workspace.checkInputs(of: client)
            let pipeline = Pipeline(client: client, workspace: workspace)
            let templates = try pipeline.digestTemplates()
            guard let source = try ClientSource(client, of: workspace, lock: lock) else {
                return try record(client, templates: templates)
            }
            return try update(source, templates: templates, options: pipeline.readOptions)
        } catch {
            return ClientUpdate(client.name, .failed(error.description))
        }
    }

    /// A client whose document comes from nowhere: it is generated and recorded.
    private func record(_ client: ClientConfiguration, templates: String) throws(OutputProblem) -> ClientUpdate {
        guard case .file(let path) = DocumentLocation(client.spec),
            let bytes = try? FileBytes.read(workspace.locate(path), limit: SourceLimits.standard.bytesPerFile)
        else { return ClientUpdate(client.name, .local, rehearsal: rehearse(client, nil)) }
        let entry = WorkspaceLock.Entry(
            document: SHA256.hex(of: bytes), templates: templates, apus: GeneratorVersion.current)
        return ClientUpdate(
            client.name, .local, rehearsal: rehearse(client, nil),
            document: ClientUpdate.NewDocument(bytes: bytes, source: nil, entry: entry))
    }

    private func update(
        _ source: ClientSource, templates: String, options read: ReadOptions
    ) throws(OutputProblem) -> ClientUpdate {
        let client = source.client
        var read = read
        read.allowHost(of: source.address)
        let manifest = workspace.locate(client.output) + "/" + OutputManifest.fileName
        let hasOutput = (try? FileBytes.read(manifest, limit: SourceLimits.standard.bytesPerFile)) != nil
        let stored = source.validators(templates: templates, hasOutput: hasOutput)
        let (bytes, validators) = try fetch(
            source,
            RemoteRequest(
                address: source.address, allowedHosts: read.allowedHosts,
                byteLimit: SourceLimits.standard.bytesPerFile, stored: stored))
        guard let bytes = bytes ?? source.bytes else { return ClientUpdate(client.name, .unchanged) }
        if !options.isForced { try source.checkReplacement(by: bytes) }
        let digest = SHA256.hex(of: bytes)
        var entry = WorkspaceLock.Entry(
            document: digest, templates: templates, apus: GeneratorVersion.current, address: source.address,
            validators: validators ?? stored)
        let old = source.bytes.flatMap { $0 == bytes || source.previous == nil ? nil : $0 }
        entry.previous = old.map { SHA256.hex(of: $0) } ?? source.entry?.previous
        let document = ClientUpdate.NewDocument(bytes: bytes, source: source, entry: entry, previous: old)
        let new = LoadedDocument.fetched(client, bytes, workspace, options.fetch)
        let rehearsal = rehearse(client, new, after: old)
        if bytes == source.bytes || digest == source.entry?.document && source.file == nil {
            return ClientUpdate(client.name, .unchanged, rehearsal: rehearsal, document: document)
        }
        guard let old = source.bytes, !rehearsal.isFailure else {
            let outcome: ClientUpdate.Outcome = source.entry == nil && source.bytes == nil ? .first : .changed
            return ClientUpdate(client.name, outcome, rehearsal: rehearsal, document: document)
        }
        let comparison = compare(client, old, new)
        return ClientUpdate(
            client.name, .changed, comparison: comparison, lostTargets: Self.findLostTargets(comparison.findings),
            rehearsal: rehearsal, document: document)
    }

    /// The bytes and their validators; nil for a document that is not modified.
    private func fetch(
        _ source: ClientSource, _ request: RemoteRequest
    ) throws(OutputProblem) -> ([UInt8]?, RemoteValidators?) {
        do {
            switch try options.fetchNewer(request) {
            case .notModified: return (nil, nil)
            case .file(let bytes, let validators): return (bytes, validators)
            }
        } catch {
            throw OutputProblem(path: DocumentLocation.show(source.address), action: "fetch", reason: "\(error)")
        }
    }

    /// What would be written.
    private func rehearse(
        _ client: ClientConfiguration, _ document: LoadedDocument?, after previous: [UInt8]? = nil
    ) -> ClientReport {
        var rehearsal = Generator.Options()
        rehearsal.isDryRun = true
        rehearsal.isForced = options.isForced
        rehearsal.fetch = options.fetch
        if let document { rehearsal.documents[client.name] = document }
        if let previous { rehearsal.previous[client.name] = previous }
        return Generator.generate(client, of: workspace, options: rehearsal)
    }

    private func compare(
        _ client: ClientConfiguration, _ old: [UInt8], _ new: LoadedDocument
    ) -> DocumentComparison.Outcome {
        let run = DocumentComparison.Run(
            client: client, workspace: workspace, files: SourceFiles(), fetch: options.fetch)
        return run.compare((.place(client.spec), former(client, old)), (.place(client.spec), new))
    }

    /// The old document and the files beside it, at paths of their own.
    private func former(_ client: ClientConfiguration, _ bytes: [UInt8]) -> LoadedDocument {
        let prefix = "before/"
        let disk = FileLoader.folder(workspace.folder, fetch: options.fetch)
        let loader = FileLoader(
            load: { [workspace] path, files, mark throws(SourceError) in
                let place = path.hasPrefix(prefix) ? workspace.locate(String(path.dropFirst(prefix.count))) : path
                guard (try? workspace.checkInput(place, "read")) != nil else { throw SourceError([]) }
                return try files.load(place, shownAs: path, askedAt: mark)
            }, resolveLinks: { $0 }, fetch: disk.fetch)
        return LoadedDocument(path: prefix + client.spec, bytes: bytes, loader: loader, prefix: prefix)
    }

    /// Targets that are unmatched in the second findings only, with their places: `overlays/fix.yaml:6: $.paths['/pets']`.
    private static func findLostTargets(_ findings: [Findings]) -> [String] {
        let targets = findings.map { findings in
            findings.diagnostics.all.filter { $0.id == "overlay-target-unmatched" }.map { diagnostic in
                let place = diagnostic.mark.map { mark in
                    "\(findings.files.path(of: mark.file)):\(findings.files.position(of: mark).line): "
                }
                let message = diagnostic.message.replacing(" selects nothing", with: "")
                return VisibleText.of((place ?? "") + message)
            }
        }
        guard targets.count == 2 else { return [] }
        return targets[1].filter { !targets[0].contains($0) }
    }
}
