internal import ApusModel

/// An option for a parameter of an operation or a member of its body.
struct CallOption {
    enum Target: Equatable {
        /// The position among the operation's parameters.
        case parameter(Int)
        /// A member of the body, by its name in messages.
        case member(String)
    }

    /// Without dashes.
    let name: String
    /// The name in messages, which is accepted as well.
    let wireName: String
    let target: Target
    let type: TypeRef
    let isRequired: Bool
    let doc: Doc
    let clientArgument: ClientArgument?
}

/// The options of an operation.
struct CallOptionList {
    let all: [CallOption]

    /// - Parameter body: The type of the body; its members are options where it is an object.
    init(_ operation: OperationDecl, body: TypeRef?, types: ValueBuilder) {
        var taken = Set(CommonOption.allCases.map(\.rawValue))
        var options: [CallOption] = []
        for (index, parameter) in operation.parameters.enumerated() {
            let isRequired = parameter.isRequired && parameter.defaultValue == nil
            let name = Self.free(OptionName.option(parameter.name), parameter.location.rawValue, &taken)
            options.append(
                CallOption(
                    name: name, wireName: parameter.key, target: .parameter(index), type: parameter.type,
                    isRequired: isRequired, doc: parameter.doc, clientArgument: parameter.clientArgument))
        }
        if let body, case .structure(let decl)? = types.declaration(of: body) {
            for property in decl.properties where !property.isReadOnly && property.constant == nil {
                let name = Self.free(OptionName.option(property.name), "body", &taken)
                options.append(
                    CallOption(
                        name: name, wireName: property.key, target: .member(property.key),
                        type: property.declaredType,
                        isRequired: property.isDemanded && operation.body?.isRequired == true,
                        doc: property.doc, clientArgument: property.clientArgument))
            }
        }
        all = options
    }

    /// A name that is taken gets the location in front: `query-limit`, `body-limit`.
    private static func free(_ name: String, _ location: String, _ taken: inout Set<String>) -> String {
        var name = name
        while !taken.insert(name).inserted { name = location + "-" + name }
        return name
    }

    /// By the option's name, else by the only one with this name in messages.
    func find(_ name: String) -> CallOption? {
        if let option = all.first(where: { $0.name == name }) { return option }
        let others = all.filter { $0.wireName.utf8.elementsEqual(name.utf8) }
        return others.count == 1 ? others[0] : nil
    }

    var names: [String] { all.map(\.name) + CommonOption.allCases.map(\.rawValue) }
}
