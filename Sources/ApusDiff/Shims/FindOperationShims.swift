import ApusModel

/// Names of operations and of their arguments.
extension Comparison {
    func findOperationShims() -> [ShimDecl] {
        let identities = Dictionary(zip(new.model.operations.map(\.id), new.model.operations.ids)) { first, _ in first }
        let names = Set(new.model.operations.map(\.typeName) + new.model.names.values.compactMap(\.last))
        return operations.flatMap { before, after -> [ShimDecl] in
            guard let identity = identities[after.id], old.group(of: before) == new.group(of: after) else { return [] }
            var shims: [ShimDecl] = []
            if before.typeName != after.typeName, !names.contains(before.typeName) {
                let message = Self.renamed(before.typeName, after.typeName)
                shims.append(ShimDecl(.builder(name: before.typeName, operation: identity), message: message))
            }
            if let method = methodShim(before, after, identity) { shims.append(method) }
            return shims
        }
    }

    /// nil where a call is the same, and where an argument is new and required, or cannot be taken any more.
    private func methodShim(_ before: OperationDecl, _ after: OperationDecl, _ identity: DeclID<OperationDecl>)
        -> ShimDecl?
    {
        // Another method of that name may be called instead.
        let isTaken = new.model.operations.contains { $0.id != after.id && $0.methodName == before.methodName }
        guard !isTaken, hasSameBody(before, after) else { return nil }
        let pairs = pairParameters(before, after)
        let partners = pairs.same + pairs.renamed
        var arguments: [ShimDecl.Argument] = []
        for name in Self.arguments(of: before) {
            if name == before.body?.name {
                arguments.append(ShimDecl.Argument(name: name, target: after.body?.name))
            } else if let pair = partners.first(where: { $0.old.name == name }),
                pair.new.isRequired || pair.new.deprecation == nil
            {
                arguments.append(ShimDecl.Argument(name: name, target: pair.new.name))
            } else if let parameter = pairs.removed.first(where: { $0.name == name }),
                let type = carry(parameter.type)
            {
                let isRequired = parameter.isRequired && parameter.defaultValue == nil
                arguments.append(
                    ShimDecl.Argument(name: name, target: nil, type: type, isRequired: isRequired))
            } else {
                return nil
            }
        }
        let given = Set(arguments.compactMap(\.target))
        let demanded = after.parameters.filter { $0.isRequired && $0.defaultValue == nil }.map(\.name)
        guard demanded.allSatisfy(given.contains) else { return nil }
        let labels = Self.arguments(of: after)
        let isSameCall =
            arguments.allSatisfy { $0.name == $0.target } && arguments.map(\.name) == labels.filter(given.contains)
        if before.methodName == after.methodName, isSameCall { return nil }
        let message =
            before.methodName == after.methodName
            ? "The arguments are now " + labels.map { ChangeText.clean(ChangeText.plain($0)) }.joined(separator: ", ")
                + "."
            : Self.renamed(before.methodName, after.methodName)
        return ShimDecl(.method(operation: identity, name: before.methodName, arguments: arguments), message: message)
    }

    /// Whether an argument for the body is written alike.
    private func hasSameBody(_ before: OperationDecl, _ after: OperationDecl) -> Bool {
        guard let first = before.body, let second = after.body else { return before.body == nil && after.body == nil }
        func isAlone(_ operation: OperationDecl) -> Bool { !operation.parameters.contains(where: \.isRequired) }
        return first.isRequired == second.isRequired && first.choice == nil && second.choice == nil
            && (!first.isRequired || isAlone(before) == isAlone(after))
    }
}

extension Side {
    /// The name of the group that has the method; nil: the client.
    fileprivate func group(of operation: OperationDecl) -> String? {
        operation.namespace.flatMap { model.namespaces.find($0)?.typeName }
    }
}
