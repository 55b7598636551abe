import ApusLowering
import ApusModel
import ApusSource
import ApusSpec

/// One version with the indexes that a comparison needs.
final class Side {
    let version: APIVersion
    let types: [TypeID: TypeDecl]
    /// Every declared type, outer ones first, in the order of the document.
    let order: [TypeID]
    let spelling: SwiftSpelling
    /// The path of the document, which begins the identity of its types.
    private let path: String
    private let operations: [SourceMark: Operation]

    var model: APIModel { version.model }
    var document: Document { version.document }
    private var locations: ModelLocations { version.locations }
    var root: SourceFileID { document.root }
    var webhookKeys: Set<String> { Set(document.webhooks.map(\.path)) }

    init(_ version: APIVersion, files: SourceFiles) {
        self.version = version
        types = version.model.indexTypes()
        var order: [TypeID] = []
        version.model.forEachType { order.append($0.header.id) }
        self.order = order
        spelling = SwiftSpelling(version.model.names)
        path = files.path(of: version.document.root)
        let all = version.document.paths.flatMap(\.operations)
        operations = Dictionary(all.map { ($0.mark, $0) }) { first, _ in first }
    }

    /// The identity without the path or the folder of the document, which differ between two versions.
    func location(of type: TypeID) -> String {
        if type.text.hasPrefix(path + "#") { return String(type.text.dropFirst(path.count)) }
        guard let slash = path.lastIndex(of: "/"), type.text.hasPrefix(path[...slash]) else { return type.text }
        return String(type.text[type.text.index(type.text.startIndex, offsetBy: path[...slash].count)...])
    }

    /// The type of a location in the document: the reverse of ``location(of:)``.
    func type(at location: String) -> TypeID { TypeID(path + location) }

    /// `listContacts`, or `contacts.listContacts` where operations are grouped.
    func symbol(of operation: OperationDecl) -> String {
        let namespace = model.namespaces.find(operation.namespace).map { $0.name + "." } ?? ""
        return namespace + operation.methodName
    }

    func name(of type: TypeID) -> String {
        spelling.name(type) ?? "JSONValue"
    }

    func mark(of type: TypeID) -> SourceMark? { locations.mark(of: type) }
    func mark(ofMember key: String, of type: TypeID) -> SourceMark? { locations.mark(ofMember: key, of: type) }
    func mark(ofOperation id: String) -> SourceMark? { locations.mark(ofOperation: id) }
    func mark(ofEvent key: String) -> SourceMark? { locations.mark(ofEvent: key) }

    /// The operation of the document; nil only for one without a location.
    func operation(_ decl: OperationDecl) -> Operation? {
        locations.mark(ofOperation: decl.id).flatMap { operations[$0] }
    }

    func parameter(_ decl: ParameterDecl, of operation: OperationDecl) -> Parameter? {
        self.operation(operation)?.parameters.first { parameter in
            parameter.name == decl.key
                && parameter.location.rawValue.lowercased() == decl.location.rawValue.lowercased()
        }
    }

    /// The schema that a type was made of.
    func schema(of type: TypeID) -> Schema? {
        guard let pointer = locations.pointer(of: type), let file = locations.mark(of: type)?.file else { return nil }
        return document.schemas[SchemaID(file: file, pointer: pointer)]
    }

    /// The type without aliases and without what only affects its storage.
    func resolve(_ type: TypeRef) -> TypeRef {
        var type = type
        for _ in 0..<100 {
            switch type {
            case .indirect(let inner): type = inner
            case .numberOrText(let scalar): return .scalar(scalar)
            case .named(let id):
                guard case .alias(let alias) = types[id] else { return type }
                type = alias.target
            default: return type
            }
        }
        return type
    }
}
