import ApusModel

/// Operations and failures that document the same headers share one type, which is named by them alone. Those that this cannot name are
/// nested in their operation or failure.
enum ShareHeaders {
    static func run(_ model: inout APIModel) {
        let names = model.headers.map(name)
        let clashes = findClashes(model.headers, names)
        var headers: [HeadersDecl] = []
        var shared: [String: DeclID<HeadersDecl>] = [:]
        let ids = zip(model.headers, names).map { decl, name -> DeclID<HeadersDecl> in
            guard let name, !clashes.contains(name) else { return headers.add(nest(decl)) }
            let id = shared[name] ?? headers.add(makeShared(decl, named: name))
            shared[name] = id
            return id
        }
        for index in model.operations.indices {
            model.operations[index].headers = model.operations[index].headers.map { ids[$0.position] }
            let isNested = headers.find(model.operations[index].headers)?.isNested ?? false
            if isNested { model.operations[index].headerNotes = [] }
        }
        for index in model.failures.indices {
            model.failures[index].headers = model.failures[index].headers.map { ids[$0.position] }
        }
        model.headers = headers
    }

    /// `RateLimitLimitRemainingHeaders` for `X-RateLimit-Limit` and `X-RateLimit-Remaining`: words that all of them begin with are said once.
    private static func name(of decl: HeadersDecl) -> String? {
        if decl.headers.contains(where: { $0.deprecation != nil }) { return nil }
        let words = decl.headers.map { Words(Identifiers.type($0.name)).words }
        let first = words.first ?? []
        let common = first.indices.prefix { index in
            words.allSatisfy { $0.count > index + 1 && $0[index] == first[index] }
        }
        let count = words.count > 1 ? common.count : 0
        let name = Identifiers.join(words: first.prefix(count) + words.flatMap { $0.dropFirst(count) } + ["Headers"])
        return name.map { Identifiers.type($0) }
    }

    private static func findClashes(_ decls: [HeadersDecl], _ names: [String?]) -> Set<String> {
        var keys: [String: [HeaderKey]] = [:]
        var clashes: Set<String> = []
        for (decl, name) in zip(decls, names) {
            guard let name else { continue }
            let key = decl.headers.map(HeaderKey.init)
            if keys.updateValue(key, forKey: name).map({ $0 != key }) == true { clashes.insert(name) }
        }
        return clashes
    }

    private static func nest(_ decl: HeadersDecl) -> HeadersDecl {
        var decl = decl
        decl.isNested = true
        return decl
    }

    /// Each header is described by its name in HTTP: what an operation says about it is told there.
    private static func makeShared(_ decl: HeadersDecl, named name: String) -> HeadersDecl {
        var decl = decl
        decl.name = name
        for index in decl.headers.indices {
            decl.headers[index].doc = Doc(summary: "`\(decl.headers[index].key)`")
        }
        return decl
    }
}

/// The key by which headers are equal.
private struct HeaderKey: Hashable {
    let name: String
    let type: TypeRef
    let form: String

    init(_ header: HeaderDecl) {
        name = header.key.lowercased()
        type = header.type
        form = header.form.rawValue
    }
}
