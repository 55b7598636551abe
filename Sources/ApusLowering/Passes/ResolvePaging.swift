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
            case .success(let resolved):
                model.operations[index].paging = resolved
                beginAtFirst(&model.operations[index], by: resolved)
            case .failure(let misfit):
                model.operations[index].paging = nil
                let id = model.operations[index].id
                diagnostics.report(
                    .unusablePaging(
                        of: id, misfit.reason, origins.find(operation: id), isForeign: paging.isForeign))
            }
        }
    }

    private static let numbers: Set<ScalarType> = [
        .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .double, .float, .decimal,
    ]

    /// The number of the first page is the default of a required parameter that counts pages, so that callers need not give it.
    private static func beginAtFirst(_ operation: inout OperationDecl, by paging: PagingDecl) {
        guard case .query(let name)? = paging.parameter, [.pageNumber, .offset].contains(paging.style) else { return }
        for index in operation.parameters.indices {
            let parameter = operation.parameters[index]
            guard parameter.location == .query, SourceKey.areSame(parameter.key, name), parameter.isRequired,
                parameter.defaultValue == nil, case .scalar(let scalar) = parameter.type, Self.numbers.contains(scalar)
            else { continue }
            let first = paging.style == .offset ? 0 : paging.first
            operation.parameters[index].defaultValue = .integer(String(first))
        }
    }

    private static func resolve(
        _ paging: PagingDecl, of operation: OperationDecl, _ types: [TypeID: TypeDecl]
    ) -> Result<PagingDecl, ValueWalk.Misfit> {
        var walk: ValueWalk
        switch ValueWalk.go(to: paging.items, in: operation.success, types) {
        case .success(let found): walk = found
        case .failure(let misfit): return .failure(misfit)
        }
        guard let item = walk.finishList() else {
            let location = paging.items.isEmpty ? "its answer" : paging.items
            return .failure(ValueWalk.Misfit(reason: "\(location) is not a list"))
        }
        var resolved = paging
        resolved.steps = walk.steps
        resolved.isOptional = walk.isOptional
        resolved.item = item
        return .success(resolved)
    }
}
