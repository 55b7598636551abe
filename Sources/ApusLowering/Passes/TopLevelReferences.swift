import ApusModel

/// The top-level types that a declaration and its nested types mention, by name.
struct TopLevelReferences {
    private var types: [Set<String>] = []
    private var operations: [Set<String>] = []

    /// - Parameter names: The names of top-level types.
    init(_ model: APIModel, names: [TypeID: [String]]) {
        for type in model.types {
            var found: Set<String> = []
            if !type.header.nested.isEmpty { type.forEachType { Self.collect($0.memberTypes, names, into: &found) } }
            if let own = names[type.header.id]?.first { found.remove(own) }
            types.append(found)
        }
        for operation in model.operations {
            var found: Set<String> = []
            if !operation.nested.isEmpty {
                Self.collect(operation.parameters.map(\.type) + operation.payloads.map(\.type), names, into: &found)
                for type in operation.nested { type.forEachType { Self.collect($0.memberTypes, names, into: &found) } }
                if let failure = model.failures.find(operation.failure.id) {
                    found.insert(failure.name)
                    Self.collect(failure.cases.flatMap(\.payloads).map(\.type), names, into: &found)
                }
                if let headers = model.headers.find(operation.headers) { found.insert(headers.name) }
            }
            operations.append(found)
        }
    }

    func ofType(_ index: Int) -> Set<String> {
        types[index]
    }

    func ofOperation(_ index: Int) -> Set<String> {
        operations[index]
    }

    private static func collect(_ types: [TypeRef], _ names: [TypeID: [String]], into found: inout Set<String>) {
        for type in types {
            type.forEachNamed { id in
                if let name = names[id]?.first { found.insert(name) }
            }
        }
    }
}
