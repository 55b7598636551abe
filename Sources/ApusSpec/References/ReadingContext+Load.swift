import ApusJSON
import ApusSource

extension ReadingContext {
    /// The file of a reference, read on first use. No file outside the root folder and no network address is accessed
    /// unless the options allow it.
    func loadResource(_ reference: ReferenceText, from location: NodeLocation, at mark: SourceMark) -> Resource? {
        guard let path = findPath(of: reference, from: location, at: mark) else { return nil }
        if let known = resources[path] { return known }
        let resource = read(path, for: reference, from: location, at: mark)
        resources.updateValue(resource, forKey: path)
        return resource
    }

    /// The normalized path or the URL to load; nil and reported when it may not be loaded.
    private func findPath(of reference: ReferenceText, from location: NodeLocation, at mark: SourceMark) -> String? {
        let target = reference.location
        let isRemote = URIReference.isRemote(location.resource.path)
        if reference.hasScheme && !target.hasPrefix("file:") || isRemote {
            let address = isRemote ? URIReference.resolve(target, against: location.resource.path) : target
            if URIReference.isAllowed(address, options.allowedHosts), loader.fetch != nil {
                return address
            }
            refuse(.remoteReference(address, at: mark, from: location), location: address)
            return nil
        }
        let written = target.hasPrefix("file://") ? String(target.dropFirst("file://".count)) : target
        let path = FilePath.join(FilePath.folder(of: location.resource.path), JSONPointer.decodePercent(written))
        guard isInsideRoot(path) else {
            refuse(.referenceOutsideRoot(target, at: mark, from: location), location: path)
            return nil
        }
        return path
    }

    /// Reported once for each location, whatever the number of references to it.
    private func refuse(_ diagnostic: Diagnostic, location: String) {
        if resources.updateValue(nil, forKey: location) == nil { report(diagnostic) }
    }

    /// By the text of the path and, where it contains links, by their targets.
    private func isInsideRoot(_ path: String) -> Bool {
        if options.allowsOutsideRoot { return true }
        let own = options.rootFolder.map(FilePath.normalize) ?? FilePath.folder(of: root.path)
        return ([own] + options.allowedFolders.map(FilePath.normalize)).contains { folder in
            guard FilePath.contains(folder, path) else { return false }
            guard let real = loader.resolveLinks(path), let realFolder = loader.resolveLinks(folder) else {
                return true
            }
            return FilePath.contains(realFolder, real)
        }
    }

    private func read(_ path: String, for reference: ReferenceText, from location: NodeLocation, at mark: SourceMark)
        -> Resource?
    {
        let file: SourceFileID
        do {
            file = try open(path, from: location, at: mark)
        } catch {
            // A missing file is reported as its effect: a reference without a target.
            let others = error.diagnostics.filter { $0.id != "missing-file" }
            if others.isEmpty { report(.unresolvedReference(reference.location, at: mark, from: location)) }
            diagnostics.merge(SourceError(others))
            return nil
        }
        if Self.textExtensions.contains(where: path.hasSuffix) {
            let text = String(decoding: files.bytes(of: file), as: UTF8.self)
            let node = SourceNode(.string(text), mark: SourceMark(file: file, offset: 0))
            return Resource(file: file, path: path, root: node, dialect: root.dialect)
        }
        do {
            let tree = try files.parse(file, diagnostics: &diagnostics)
            return Resource(file: file, path: path, root: tree, dialect: Dialect(declaredBy: tree) ?? root.dialect)
        } catch {
            diagnostics.merge(error)
            return nil
        }
    }

    /// Extensions of text files that descriptions refer to.
    private static let textExtensions = [".md", ".markdown", ".txt", ".html"]

    private func open(_ path: String, from location: NodeLocation, at mark: SourceMark) throws(SourceError)
        -> SourceFileID
    {
        guard URIReference.isRemote(path) else { return try loader.load(path, files, mark) }
        return try loader.fetch(path, from: options.allowedHosts, into: files, askedAt: mark, pointer: location.pointer)
    }
}

extension Diagnostic {
    fileprivate static func remoteReference(_ address: String, at mark: SourceMark, from location: NodeLocation)
        -> Diagnostic
    {
        Diagnostic(
            id: "remote-reference", severity: .warning, message: "\"\(address)\" is not fetched", mark: mark,
            pointer: location.pointer,
            hint:
                "Apus goes on without it; store the file beside the document, or allow its host and port with --allow-host"
        )
    }

    fileprivate static func referenceOutsideRoot(_ text: String, at mark: SourceMark, from location: NodeLocation)
        -> Diagnostic
    {
        Diagnostic(
            id: "reference-outside-root", severity: .warning, message: "\"\(text)\" leaves the folder of the document",
            mark: mark, pointer: location.pointer,
            hint: "Apus goes on without it; if the document is trusted, allow the folder with --allow-root")
    }
}
