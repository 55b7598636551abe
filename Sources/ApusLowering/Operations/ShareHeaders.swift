import ApusModel

/// Operations and failures with equal documented headers share one type for them.
extension Lowerer {
    func shareHeaders(in model: inout APIModel) {
        var shared = SharedHeaders()
        for place in model.operations.indices {
            let cases = model.operations[place].success.cases
            model.operations[place].headers = shared.add(cases, owner: model.operations[place].typeName)
        }
        for place in model.failures.indices {
            model.failures[place].headers = shared.add(model.failures[place].cases, owner: model.failures[place].name)
        }
        model.headers = shared.named
    }
}

private struct SharedHeaders {
    private struct Key: Hashable {
        let name: String
        let type: TypeRef
        let form: String
    }

    private var places: [[Key]: Int] = [:]
    private var decls: [HeadersDecl] = []
    private var users: [Int] = []

    /// nil without documented headers.
    mutating func add(_ cases: [ResponseCase], owner: String) -> Int? {
        let headers = merge(cases)
        if headers.isEmpty { return nil }
        let key = headers.map { Key(name: $0.key.lowercased(), type: $0.type, form: $0.form.rawValue) }
        if let place = places[key] {
            users[place] += 1
            return place
        }
        places[key] = decls.count
        decls.append(HeadersDecl(name: Identifiers.type(owner) + "Headers", headers: headers))
        users.append(1)
        return decls.count - 1
    }

    var named: [HeadersDecl] {
        var named = decls
        let common = users.indices.max { (users[$0], $1) < (users[$1], $0) }
        for place in named.indices where users[place] > 1 {
            if place == common { named[place].name = "StandardHeaders" }
            named[place].doc.summary = "Headers that several responses share."
        }
        return named
    }

    /// Of several statuses, the first that documents a header describes it.
    private func merge(_ cases: [ResponseCase]) -> [HeaderDecl] {
        var seen: Set<String> = []
        var scope = NameScope(reserved: ReservedNames.headers)
        return cases.flatMap(\.headers).filter { seen.insert($0.key.lowercased()).inserted }.map { header in
            var header = header
            let name = Identifiers.member(header.name)
            header.name = Keywords.escape(scope.claim(name, fallbacks: [name + "Value"]))
            return header
        }
    }
}
