public import ApusModel
public import ApusSource
public import ApusSpec

extension Shims {
    /// The new version, with the removed parts of the previous one as deprecated ones.
    ///
    /// Nothing is kept where the new document cannot be read with it, or where a declaration of the new version would get another name by it.
    ///
    /// - Parameters:
    ///   - old: The previous version and its tree.
    ///   - new: The new version and its tree.
    ///   - files: The files of both versions.
    ///   - read: Reads a tree in place of the new document's; nil after an error.
    ///   - lower: Lowers a document like the new one, and keeps some types that no operation uses; nil after an error.
    public static func keepRemoved(
        of old: (version: APIVersion, root: SourceNode), in new: (version: APIVersion, root: SourceNode),
        files: SourceFiles, read: (SourceNode) -> Document?, lower: (Document, _ keptTypes: Set<TypeID>) -> APIVersion?
    ) -> APIVersion {
        let comparison = Comparison(Side(old.version, files: files), Side(new.version, files: files))
        let parts = DocumentStack.run { () -> RemovedParts? in
            comparison.match()
            return RemovedParts(comparison, old: old.root, new: new.root)
        }
        guard let parts, var document = read(parts.components), let removed = read(parts.operations) else {
            return new.version
        }
        document.add(removed)
        let kept = Set(parts.types.map { comparison.new.type(at: $0) })
        guard let whole = lower(document, kept), whole.model.hasNames(of: new.version.model) else { return new.version }
        return whole
    }
}

extension Document {
    /// Adds the operations of another one, with the schemas that are in them.
    fileprivate mutating func add(_ other: Document) {
        for item in other.paths {
            if let index = paths.firstIndex(where: { SourceKey.areSame($0.path, item.path) }) {
                paths[index].operations += item.operations
            } else {
                paths.append(item)
            }
        }
        schemas.merge(other.schemas) { own, _ in own }
    }
}

extension APIModel {
    /// Whether every declaration of another model has the same name in this one.
    fileprivate func hasNames(of other: APIModel) -> Bool {
        let mine = operationNames
        return other.names.allSatisfy { names[$0.key] == $0.value }
            && other.operationNames.allSatisfy { mine[$0.key] == $0.value }
    }

    /// The type, the method and the group of each operation, by its id.
    private var operationNames: [String: [String?]] {
        let pairs = operations.map {
            ($0.id, [$0.typeName, $0.methodName, namespaces.find($0.namespace)?.typeName])
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
