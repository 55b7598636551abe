public import ApusSource

/// Converts a tree to a ``Document``: detects the version, upgrades older ones, resolves references and checks the
/// rules.
///
/// An error in one part of a document is reported with its location and does not affect the rest. An error produces no
/// document; a warning names the replacement.
public enum DocumentReader {
    /// Reads a file of this run.
    public static func read(
        _ file: SourceFileID, files: SourceFiles, loader: FileLoader = .disk, options: ReadOptions = ReadOptions(),
        diagnostics: inout Diagnostics
    ) -> Document? {
        DocumentStack.run { () -> Document? in
            do throws(SourceError) {
                let root = try files.parse(file, diagnostics: &diagnostics)
                return read(
                    root: root, of: file, files: files, loader: loader, options: options, diagnostics: &diagnostics)
            } catch {
                diagnostics.merge(error)
                return nil
            }
        }
    }

    /// Reads a tree, such as one that overlays were applied to.
    /// - Parameters:
    ///   - root: The whole document.
    ///   - file: Its file, which relative references are resolved against.
    /// - Returns: nil when it is no OpenAPI document of a supported version, which is reported.
    public static func read(
        root: SourceNode, of file: SourceFileID, files: SourceFiles, loader: FileLoader = .disk,
        options: ReadOptions = ReadOptions(), diagnostics: inout Diagnostics
    ) -> Document? {
        guard let dialect = Dialect.detect(root, diagnostics: &diagnostics) else { return nil }
        let shown = files.path(of: file)
        let path = URIReference.isRemote(shown) ? shown : FilePath.normalize(shown)
        return DocumentStack.run { () -> Document? in
            let resource = Resource(file: file, path: path, root: root, dialect: dialect)
            let context = ReadingContext(root: resource, files: files, loader: loader, options: options)
            let document = context.readDocument()
            context.reportMisplaced()
            for diagnostic in sort(context.diagnostics) { diagnostics.report(diagnostic) }
            return document
        }
    }

    /// Sorted by file and location, because the order of reading is an implementation detail.
    private static func sort(_ diagnostics: Diagnostics) -> [Diagnostic] {
        let keyed = diagnostics.all.enumerated().map {
            (location: $0.element.mark, order: $0.offset, diagnostic: $0.element)
        }
        return keyed.sorted { left, right in
            let first = (left.location?.file.index ?? 0, left.location?.offset ?? 0, left.order)
            let second = (right.location?.file.index ?? 0, right.location?.offset ?? 0, right.order)
            return first < second
        }.map(\.diagnostic)
    }
}
