import ApusModel

/// Ensures that every named type is declared, and that no alias refers to itself: an endless list of lists is a
/// separate type in Swift. Generated code compiles even if lowering missed a case: the remaining references become
/// `JSONValue`.
enum RepairReferences {
    static func run(_ model: inout APIModel) {
        let declared = model.indexTypes()
        let endless = findEndlessAliases(declared)
        model.updateTypes { if endless.contains($0.header.id) { wrap(&$0) } }
        let wrapped = model.indexTypes()
        let repair: (TypeRef) -> TypeRef = { type in
            type.mapNamed { id in
                guard let decl = wrapped[id] else { return .json }
                if case .alias = decl, endless.contains(id) { return .json }
                return nil
            }
        }
        model.updateTypes { $0.mapMemberTypes(repair) }
        model.mapOperationTypes(repair)
    }

    /// `A = [A]` becomes a type that is coded as an array of itself, `A = [String: A]` one that is coded as a dictionary.
    static func wrap(_ type: inout TypeDecl) {
        guard case .alias(let decl) = type else { return }
        switch decl.target {
        case .array(let element):
            type = .tuple(TupleDecl(header: decl.header, items: [], requiredCount: 0, rest: element))
        case .dictionary(let element):
            type = .structure(StructDecl(header: decl.header, properties: [], additional: element))
        default: return
        }
    }

    /// Aliases that reach themselves through aliases only: arrays and dictionaries between them do not help, because
    /// Swift expands them.
    private static func findEndlessAliases(_ declared: [TypeID: TypeDecl]) -> Set<TypeID> {
        var endless: Set<TypeID> = []
        var finished: Set<TypeID> = []
        var path: Set<TypeID> = []
        for root in declared.keys.sorted() {
            // An explicit stack, because chains of aliases can be long.
            var stack = [(id: root, isDone: false)]
            while let (id, isDone) = stack.popLast() {
                if isDone {
                    path.remove(id)
                    finished.insert(id)
                    continue
                }
                guard case .alias(let decl)? = declared[id], !finished.contains(id) else { continue }
                guard path.insert(id).inserted else {
                    endless.insert(id)
                    continue
                }
                stack.append((id, true))
                decl.target.forEachNamed { stack.append(($0, false)) }
            }
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
                operations[place].body?.alternatives[payload].mapTypes(change)
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
        for place in headers.indices {
            for header in headers[place].headers.indices {
                headers[place].headers[header].type = change(headers[place].headers[header].type)
            }
        }
        for place in events.indices {
            events[place].payload?.mapTypes(change)
        }
        for place in (webhooks?.cases ?? []).indices { webhooks?.cases[place].payload?.mapTypes(change) }
    }
}

extension ResponseCase {
    mutating func mapTypes(_ change: (TypeRef) -> TypeRef) {
        for place in payloads.indices { payloads[place].mapTypes(change) }
        for place in headers.indices { headers[place].type = change(headers[place].type) }
    }
}

extension Payload {
    mutating func mapTypes(_ change: (TypeRef) -> TypeRef) {
        type = change(type)
        for place in parts.indices {
            if let inner = parts[place].xml?.type { parts[place].xml?.type = change(inner) }
        }
    }
}
