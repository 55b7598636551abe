import ApusDiff
import ApusModel
import ApusSource
import ApusSpec

/// The previous version of a document, whose names are kept for one version.
extension Pipeline {
    /// `specs/acme.yaml` → `specs/acme.previous.yaml`
    static func previousPath(of spec: String) -> String? {
        guard case .file(let path) = DocumentLocation(spec) else { return nil }
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path + ".previous" }
        return path[..<dot] + ".previous" + path[dot...]
    }

    /// The path of the previous document; nil where there is none.
    var previousPlace: String? {
        guard let path = Self.previousPath(of: client.spec) else { return nil }
        if previous != nil { return path }
        return (try? FileBytes.read(workspace.locate(path), limit: files.limits.bytesPerFile)) == nil ? nil : path
    }

    /// The declarations with those by which callers of the previous ones compile. An error in the previous document is one of the run.
    mutating func lower(keepingNamesOf place: String) -> APIModel? {
        var older = client
        older.spec = place
        var reading = Pipeline(client: older, workspace: workspace, fetch: fetch)
        reading.files = files
        reading.loaded = previous.map {
            LoadedDocument(path: place, bytes: $0, loader: .folder(workspace.folder, fetch: fetch))
        }
        guard let newTree = readTree(), let document = readDocument(newTree), let new = readVersion(document) else {
            return nil
        }
        guard let oldTree = reading.readTree(), let oldDocument = reading.readDocument(oldTree),
            let old = reading.readVersion(oldDocument), !reading.diagnostics.hasErrors
        else {
            for diagnostic in reading.diagnostics.all where diagnostic.severity == .error {
                diagnostics.report(diagnostic)
            }
            return nil
        }
        let whole = Shims.keepRemoved(
            of: (old, oldTree.root), in: (new, newTree.root), files: files,
            read: { root in quietly { $0.readDocument((newTree.file, root)) } },
            lower: { document, types in quietly { $0.readVersion(document, keeping: types) } })
        var model = whole.model
        model.shims = Shims.find(from: old, to: whole, files: files)
        guard !model.shims.isEmpty else { return model }
        model.files.append(FilePlan(path: Self.shimsPath(in: model), content: .shims))
        return model
    }

    /// Runs a step without its findings, because those about both documents are reported; nil after an error.
    private func quietly<Value>(_ step: (inout Pipeline) -> Value?) -> Value? {
        var copy = self
        copy.diagnostics = Diagnostics()
        let value = step(&copy)
        return copy.diagnostics.hasErrors ? nil : value
    }

    /// A name that no other file of the module has.
    private static func shimsPath(in model: APIModel) -> String {
        let taken = Set(model.files.map { $0.path.split(separator: "/").last.map { $0.lowercased() } ?? "" })
        let names = ["Previous", "PreviousNames", "PreviousVersion"].map { model.module + $0 + ".swift" }
        return names.first { !taken.contains($0.lowercased()) } ?? names[0]
    }
}
