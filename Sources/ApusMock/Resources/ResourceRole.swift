import ApusSource
import ApusSpec

/// The effect of an operation on the resources of a family, by its method and its path.
///
/// `POST /shops/{shop}/pets` creates one, `GET` of the same path lists them, and `GET`, `PATCH`, `PUT` and `DELETE` of
/// `/shops/{shop}/pets/{pet}` are about one. Paths of verbs are read too: `POST /create-pet`, `GET /list-pets/{shop}`,
/// `DELETE /delete-pet/{shop}/{pet_id}`.
struct ResourceRole {
    enum Kind: Equatable {
        case list, create, fetch, change, delete
    }

    let kind: Kind
    /// The literal segments of the path without the verb: `/shop/pet`.
    let family: String
    /// The words of the resource's name: `pet`.
    let noun: [String]
    /// The parameter of the path that identifies the resource.
    let identifier: String?

    /// - Parameters:
    ///   - paths: The documented paths.
    ///   - isList: Whether the operation's success has a list of objects.
    init?(_ operation: Operation, paths: DocumentedPaths, isList: Bool) {
        let segments = PathValues.segments(of: operation.path)
        guard segments.count <= 64 else { return nil }
        var path = ResourcePath(segments)
        guard let last = path.lastLiteral else { return nil }
        let (verb, noun) = path.takeVerb(at: last)
        guard !noun.isEmpty else { return nil }
        self.noun = noun
        family = path.family
        let trailing = segments[(last + 1)...].compactMap { PathValues.parameter(in: $0) }
        var identifier = trailing.last.flatMap { name in
            NameWords.isIdentifier(name, of: noun, mayBeNoun: verb != nil || !isList) ? name : nil
        }
        if identifier == nil, verb == nil, !isList, let name = trailing.last,
            paths.all.contains(SourceKey(segments.dropLast().joined(separator: "/")))
        {
            identifier = name
        }
        self.identifier = identifier
        let hasBelow = paths.collections.contains(SourceKey(segments.joined(separator: "/")))
        guard
            let kind = Self.kind(
                operation.method, verb, hasIdentifier: identifier != nil, isList: isList, hasBelow: hasBelow)
        else { return nil }
        self.kind = kind
    }

    private static func kind(
        _ method: String, _ verb: ResourcePath.Verb?, hasIdentifier: Bool, isList: Bool, hasBelow: Bool
    ) -> Kind? {
        if let verb {
            switch verb {
            case .create: return hasIdentifier || method == "GET" ? nil : .create
            case .read: return hasIdentifier ? .fetch : isList ? .list : nil
            case .change: return hasIdentifier ? .change : nil
            case .delete: return hasIdentifier && method != "GET" ? .delete : nil
            }
        }
        switch (method, hasIdentifier) {
        case ("GET", true): return .fetch
        case ("PUT", true), ("PATCH", true): return .change
        case ("DELETE", true): return .delete
        case ("GET", false), ("QUERY", false): return isList ? .list : nil
        case ("POST", false): return isList ? .list : .create
        case ("PUT", false): return hasBelow ? .create : nil
        default: return nil
        }
    }
}

/// The paths of a document, without slashes at their ends.
struct DocumentedPaths {
    private(set) var all: Set<SourceKey> = []
    /// The paths below which there is one with a parameter.
    private(set) var collections: Set<SourceKey> = []

    init(_ operations: [Operation]) {
        for operation in operations {
            let segments = PathValues.segments(of: operation.path)
            all.insert(SourceKey(segments.joined(separator: "/")))
            guard segments.last.flatMap({ PathValues.parameter(in: $0) }) != nil else { continue }
            collections.insert(SourceKey(segments.dropLast().joined(separator: "/")))
        }
    }
}

/// The segments of a path in words.
private struct ResourcePath {
    enum Verb {
        case create, read, change, delete
    }

    private var segments: [String]

    init(_ segments: [String]) {
        self.segments = segments
    }

    var lastLiteral: Int? { segments.lastIndex { !$0.utf8.contains(UInt8(ascii: "{")) } }

    private static let verbs: [String: Verb] = [
        "create": .create, "add": .create, "new": .create, "send": .create, "list": .read, "fetch": .read, "get": .read,
        "find": .read, "search": .read, "show": .read, "filter": .read, "update": .change, "edit": .change,
        "change": .change, "modify": .change, "delete": .delete, "remove": .delete, "destroy": .delete,
    ]

    /// The verb of a segment, and the resource's name without it. A segment that is only a verb is about the one before it.
    mutating func takeVerb(at index: Int) -> (verb: Verb?, noun: [String]) {
        var words = NameWords.split(segments[index])
        guard let first = words.first, let verb = Self.verbs[first] else {
            return (nil, NameWords.singular(words))
        }
        words.removeFirst()
        if words.first == "all" { words.removeFirst() }
        if words.isEmpty {
            segments.removeSubrange(index...)
            guard let before = lastLiteral else { return (verb, []) }
            return (verb, NameWords.singular(NameWords.split(segments[before])))
        }
        segments[index] = words.joined(separator: "-")
        return (verb, NameWords.singular(words))
    }

    /// Two paths about the same resource have the same family.
    var family: String {
        segments.filter { !$0.utf8.contains(UInt8(ascii: "{")) }
            .map { "/" + NameWords.singular(NameWords.split($0)).joined(separator: "-") }.joined()
    }
}
