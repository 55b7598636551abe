import ApusJSON
import ApusModel
import ApusSource

/// Determines the code that reaches the items of a page, after members have their names. Where the pointer does not
/// refer to a list, the operation is generated without paging.
enum ResolvePaging {
    static func run(_ model: inout APIModel, origins: Origins, diagnostics: inout Diagnostics) {
        guard model.operations.contains(where: { $0.paging != nil }) else { return }
        let types = model.indexTypes()
        for index in model.operations.indices {
            guard let paging = model.operations[index].paging else { continue }
            let result = resolve(paging, of: model.operations[index], types)
            switch result {
            case .success(let resolved): model.operations[index].paging = resolved
            case .failure(let misfit):
                model.operations[index].paging = nil
                let id = model.operations[index].id
                diagnostics.report(.unusablePaging(of: id, misfit.reason, origins.find(operation: id)))
            }
        }
    }

    struct Misfit: Error {
        var reason: String
    }

    private static func resolve(
        _ paging: PagingDecl, of operation: OperationDecl, _ types: [TypeID: TypeDecl]
    ) -> Result<PagingDecl, Misfit> {
        guard case .single(let response) = operation.success, response.payloads.count == 1,
            let payload = response.payloads.first
        else { return .failure(Misfit(reason: "its answer has no single form")) }
        guard payload.coding.mayBeJSON else { return .failure(Misfit(reason: "its answer is not JSON")) }
        var walk = ItemWalk(type: payload.type, types: types)
        for token in JSONPointer.split(paging.items) {
            guard walk.enter(token) else {
                return .failure(Misfit(reason: "its answer has no \"\(token)\" on the way to \(paging.items)"))
            }
        }
        guard let item = walk.finish() else {
            let location = paging.items.isEmpty ? "its answer" : paging.items
            return .failure(Misfit(reason: "\(location) is not a list"))
        }
        var resolved = paging
        resolved.steps = walk.steps
        resolved.isOptional = walk.isOptional
        resolved.item = item
        return .success(resolved)
    }
}

/// A walk from a value to a list inside it.
private struct ItemWalk {
    private(set) var type: TypeRef
    let types: [TypeID: TypeDecl]
    private(set) var steps: [PagingDecl.Step] = []
    private(set) var isOptional = false

    init(type: TypeRef, types: [TypeID: TypeDecl]) {
        self.type = type
        self.types = types
    }

    /// Descends to a member; returns false where there is none.
    mutating func enter(_ key: String) -> Bool {
        var isOpen = open()
        unwrap(&isOpen)
        switch type {
        case .json:
            steps.append(.key(key))
            type = .optional(.json)
        case .dictionary(let value):
            steps.append(.key(key))
            type = .optional(value)
        case .named(let id):
            guard case .structure(let decl)? = types[id] else { return false }
            return enter(key, of: decl)
        default: return false
        }
        return true
    }

    private mutating func enter(_ key: String, of decl: StructDecl) -> Bool {
        if let property = decl.properties.first(where: { $0.key == key }) {
            steps.append(.member(property.name))
            type = property.declaredType
            return true
        }
        guard let additional = decl.additional else { return false }
        steps += [.member(decl.additionalName), .key(key)]
        type = .optional(additional)
        return true
    }

    /// The type of an item; nil where the walk does not end at a list.
    mutating func finish() -> TypeRef? {
        let isOpen = open()
        if isOpen { isOptional = true }
        switch type {
        case .array(let item): return item
        case .json:
            if isOpen { steps.append(.unwrap) }
            steps.append(.array)
            isOptional = true
            return .json
        default: return nil
        }
    }

    /// Resolves aliases and boxes to the type that has members; true when that is still an optional.
    private mutating func open() -> Bool {
        var isOpen = false
        while true {
            switch type {
            case .optional(let inner):
                type = inner
                isOpen = true
            case .tristate(let inner):
                unwrap(&isOpen)
                steps.append(.wrapped)
                type = inner
                isOpen = true
            case .indirect(let inner): type = inner
            case .named(let id):
                guard case .alias(let decl)? = types[id] else { return isOpen }
                type = decl.target
            default: return isOpen
            }
        }
    }

    private mutating func unwrap(_ isOpen: inout Bool) {
        guard isOpen else { return }
        steps.append(.unwrap)
        isOptional = true
        isOpen = false
    }
}
