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
        for position in operations.indices {
            for parameter in operations[position].parameters.indices {
                operations[position].parameters[parameter].type = change(
                    operations[position].parameters[parameter].type)
            }
            for payload in (operations[position].body?.alternatives ?? []).indices {
                operations[position].body?.alternatives[payload].mapTypes(change)
            }
            switch operations[position].success {
            case .single(var response):
                response.mapTypes(change)
                operations[position].success = .single(response)
            case .several(let name, var cases):
                for index in cases.indices { cases[index].mapTypes(change) }
                operations[position].success = .several(typeName: name, cases: cases)
            }
        }
        for position in failures.indices {
            for response in failures[position].cases.indices { failures[position].cases[response].mapTypes(change) }
        }
        for position in headers.indices {
            for header in headers[position].headers.indices {
                headers[position].headers[header].type = change(headers[position].headers[header].type)
            }
        }
        for position in events.indices {
            events[position].payload?.mapTypes(change)
        }
        for position in (webhooks?.cases ?? []).indices { webhooks?.cases[position].payload?.mapTypes(change) }
    }
}

extension ResponseCase {
    mutating func mapTypes(_ change: (TypeRef) -> TypeRef) {
        for index in payloads.indices { payloads[index].mapTypes(change) }
        for index in headers.indices { headers[index].type = change(headers[index].type) }
    }
}

extension Payload {
    mutating func mapTypes(_ change: (TypeRef) -> TypeRef) {
        type = change(type)
        for index in parts.indices {
            if let inner = parts[index].xml?.type { parts[index].xml?.type = change(inner) }
        }
    }
}
