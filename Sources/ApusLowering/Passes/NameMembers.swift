import ApusModel
import ApusSource

/// Gives properties, cases and parameters their Swift names, and converts default values to literals with the final
/// names.
enum NameMembers {
    static func run(_ model: inout APIModel, origins: Origins, diagnostics: inout Diagnostics) {
        var notes: [Diagnostic] = []
        model.updateTypes { type in
            type.updateStructure { nameProperties(of: &$0, origins, &notes) }
            type.updateEnumeration { nameCases(of: &$0, origins, &notes) }
            type.updateUnion { nameCases(of: &$0) }
        }
        for index in model.operations.indices { nameParameters(of: &model.operations[index]) }
        for diagnostic in notes { diagnostics.report(diagnostic) }
        ResolveLiterals.run(&model)
    }

    private static func nameProperties(of decl: inout StructDecl, _ origins: Origins, _ notes: inout [Diagnostic]) {
        var scope = NameScope(reserved: ReservedNames.members)
        let names = decl.properties.map(\.name)
        let spelled = names.map { Identifiers.member($0) }
        for index in NameScope.claimOrder(of: names, spelled: spelled) {
            let property = decl.properties[index]
            let name = spelled[index]
            let origin = origins.find(property.key, of: decl.header.id)
            let holder = scope.findHolder(of: name)
            let result = scope.claim(name, fallbacks: [name + "Value"], by: origin?.mark)
            if result != name {
                notes.append(.renamedMember(name, result, of: decl.header, at: origin, holder: holder))
            }
            decl.properties[index].name = Keywords.escape(result)
        }
        decl.additionalName = scope.claim(decl.additionalName, fallbacks: ["otherProperties"])
        if decl.unknownName != nil {
            decl.unknownName = scope.claim("unknownMembers", fallbacks: ["undocumentedMembers"])
        }
    }

    private static func nameCases(of decl: inout EnumDecl, _ origins: Origins, _ notes: inout [Diagnostic]) {
        var scope = NameScope(reserved: ReservedNames.enumCases)
        let names = decl.cases.map(\.name)
        let spelled = names.map { Identifiers.enumCase($0) }
        for index in NameScope.claimOrder(of: names, spelled: spelled) {
            let name = spelled[index]
            let origin = origins.find(decl.cases[index].raw.text, of: decl.header.id)
            let holder = scope.findHolder(of: name)
            let result = scope.claim(name, fallbacks: [name + "Value"], by: origin?.mark)
            if result != name, !ReservedNames.enumCases.contains(name) {
                notes.append(.renamedMember(name, result, of: decl.header, at: origin, holder: holder))
            }
            decl.cases[index].name = Keywords.escape(result)
        }
        decl.unknownName = scope.claim("unknown", fallbacks: ["unrecognized", "undocumented"])
    }

    private static func nameCases(of decl: inout UnionDecl) {
        var scope = NameScope(reserved: ReservedNames.unionCases)
        for index in decl.cases.indices {
            let name = Identifiers.member(decl.cases[index].name)
            decl.cases[index].name = Keywords.escape(scope.claim(name, fallbacks: [name + "Value"]))
        }
        decl.unknownName = scope.claim("unknown", fallbacks: ["unrecognized", "undocumented"])
    }

    /// The later one of two parameters with one name in different locations gets its location as a suffix: `id`,
    /// `idQuery`.
    private static func nameParameters(of operation: inout OperationDecl) {
        var scope = NameScope(reserved: ReservedNames.parameters)
        var labels: [String: String] = [:]
        for index in operation.parameters.indices {
            let parameter = operation.parameters[index]
            let name = Identifiers.member(parameter.name)
            let location = parameter.location.rawValue
            let suffix = location.prefix(1).uppercased() + location.dropFirst()
            let result =
                ReservedNames.parameters.contains(name)
                ? scope.claim(name + "Value") : scope.claim(name, fallbacks: [name + suffix])
            labels[parameter.name] = Keywords.escape(result)
            operation.parameters[index].name = Keywords.escape(result)
        }
        if let name = operation.body?.name {
            let result = scope.claim(Identifiers.member(name, fallback: "body"), fallbacks: ["requestBody"])
            labels[name] = Keywords.escape(result)
            operation.body?.name = Keywords.escape(result)
        }
        if let body = operation.body, body.choice != nil {
            operation.body?.choiceName = Keywords.escape(
                scope.claim(Identifiers.member(body.choiceName), fallbacks: ["bodyContentType"]))
        }
        guard var example = operation.example else { return }
        for index in example.arguments.indices {
            example.arguments[index].label = labels[example.arguments[index].label] ?? example.arguments[index].label
        }
        operation.example = example
    }
}

extension Diagnostic {
    static func renamedMember(
        _ name: String, _ result: String, of owner: TypeHeader, at origin: Origins.Origin?, holder: SourceMark?
    ) -> Diagnostic {
        Diagnostic(
            id: "renamed-member", severity: .note,
            message: describeTaken(name, in: owner.name, holder) + ", so the member is called \"\(result)\"",
            mark: origin?.mark, pointer: origin?.pointer,
            hint: "`rename` in the configuration, or `x-apus-name` beside it, chooses another name"
        ).naming(holder)
    }
}
