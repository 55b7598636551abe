import ApusModel

/// Makes sure that every named type is declared, and that no alias leads to itself. Whatever lowering may have missed, what is
/// generated compiles: the rest is `JSONValue`.
enum RepairReferences {
    static func run(_ model: inout APIModel) {
        let declared = model.indexTypes()
        let endless = findEndlessAliases(declared)
        let repair: (TypeRef) -> TypeRef = { type in
            type.mapNamed { id in declared[id] == nil || endless.contains(id) ? .json : nil }
        }
        model.updateTypes { $0.mapMemberTypes(repair) }
        model.mapOperationTypes(repair)
    }

    /// Aliases that reach themselves through nothing but aliases: arrays and dictionaries in between do not help, Swift expands them.
    private static func findEndlessAliases(_ declared: [TypeID: TypeDecl]) -> Set<TypeID> {
        var endless: Set<TypeID> = []
        var finished: Set<TypeID> = []
        func follow(_ id: TypeID, path: inout Set<TypeID>) {
            guard case .alias(let decl)? = declared[id], !finished.contains(id) else { return }
            guard path.insert(id).inserted else {
                endless.insert(id)
                return
            }
            decl.target.forEachNamed { follow($0, path: &path) }
            path.remove(id)
            finished.insert(id)
        }
        for id in declared.keys.sorted() {
            var path: Set<TypeID> = []
            follow(id, path: &path)
        }
        return endless
    }
}

extension APIModel {
    /// Changes the types that operations, failures and events name.
    mutating func mapOperationTypes(_ change: (TypeRef) -> TypeRef) {
        for place in operations.indices {
            for parameter in operations[place].parameters.indices {
                operations[place].parameters[parameter].type = change(operations[place].parameters[parameter].type)
            }
            for payload in (operations[place].body?.alternatives ?? []).indices {
                guard let type = operations[place].body?.alternatives[payload].type else { continue }
                operations[place].body?.alternatives[payload].type = change(type)
            }
            switch operations[place].success {
            case .single(var response):
                response.mapTypes(change)
                operations[place].success = .single(response)
            case .several(let name, var cases):
                for index in cases.indices { cases[index].mapTypes(change) }
                operations[place].success = .several(typeName: name, cases: cases)
            }
        }
        for place in failures.indices {
            for response in failures[place].cases.indices { failures[place].cases[response].mapTypes(change) }
        }
        for place in events.indices {
            guard let type = events[place].payload?.type else { continue }
            events[place].payload?.type = change(type)
        }
    }
}

extension ResponseCase {
    mutating func mapTypes(_ change: (TypeRef) -> TypeRef) {
        for place in payloads.indices { payloads[place].type = change(payloads[place].type) }
        for place in headers.indices { headers[place].type = change(headers[place].type) }
    }
}
