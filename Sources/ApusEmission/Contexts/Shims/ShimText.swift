import ApusModel

/// One declaration of the previous version in the words of the new one.
struct ShimText {
    private let printer: Printer
    private let layout = Layout(offset: 1)

    init(_ printer: Printer) {
        self.printer = printer
    }

    /// The type that the declaration extends, nil for one at the top level, and its text; nil where the model has no such type.
    func print(_ shim: ShimDecl) -> (owner: String?, text: String)? {
        let head = printer.availability(Deprecation(message: shim.message)).map { $0 + "\n" }.joined() + ""
        switch shim.kind {
        case .builder(let name, let operation):
            guard let target = printer.model.operations.find(operation)?.typeName else { return nil }
            return (nil, head + "\(printer.access)typealias \(name) = \(target)")
        case .type(let name, let target, let isNested):
            let path = printer.name(of: target, in: .outside)
            let text = head + "\(printer.access)typealias \(name) = \(path)"
            guard isNested else { return (nil, text) }
            return (path.split(separator: ".").dropLast().joined(separator: "."), text)
        case .property(let owner, let decl, let target):
            return (printer.name(of: owner, in: .outside), head + property(decl, of: owner, target: target))
        case .initializer(let owner, let arguments):
            return initializer(owner, arguments).map { (printer.name(of: owner, in: .outside), head + $0) }
        case .enumCase(let owner, let name, let target):
            return (printer.name(of: owner, in: .outside), head + value(name, "." + target))
        case .rawValue(let owner, let name, let value):
            let text = self.value(name, "Self(rawValue: " + printer.literal(value) + ")")
            return (printer.name(of: owner, in: .outside), head + text)
        case .unionCase(let owner, let name, let target, let type):
            let text =
                "\(printer.access)static func \(name)(_ value: \(printer.type(type, in: .outside))) -> Self {\n    .\(target)(value)\n}"
            return (printer.name(of: owner, in: .outside), head + text)
        case .method(let operation, let name, let arguments):
            return printer.model.operations.find(operation).map {
                (printer.owner(of: $0), head + method($0, name, arguments))
            }
        }
    }

    /// The scope of members of a type that an extension at the top level adds.
    private func scope(of owner: TypeID) -> Scope {
        printer.name(of: owner, in: printer.top).split(separator: ".").reduce(Scope.outside) { $0.inside(String($1)) }
    }

    private func property(_ decl: PropertyDecl, of owner: TypeID, target: String?) -> String {
        let type = Field(decl, in: scope(of: owner), printer).context.type
        let (get, set) = target.map { ($0, "\($0) = newValue") } ?? ("nil", "")
        let setter = set.isEmpty ? "set {}" : "set { \(set) }"
        return "\(printer.access)var \(decl.name): \(type) {\n    get { \(get) }\n    \(setter)\n}"
    }

    private func value(_ name: String, _ value: String) -> String {
        "\(printer.access)static var \(name): Self {\n    \(value)\n}"
    }

    /// A call that fits both is a call of the new one.
    private static let disfavored = "@_disfavoredOverload\n"

    private func initializer(_ owner: TypeID, _ arguments: [ShimDecl.Argument]) -> String? {
        guard case .structure(let decl)? = printer.types[owner] else { return nil }
        let inner = scope(of: owner)
        let fields = decl.properties.map { Field($0, in: inner, printer) }.filter(\.isOffered)
        let ordered = fields.filter(\.isDemanded) + fields.filter { !$0.isDemanded }
        var parameters: [String] = []
        for argument in arguments {
            guard let target = argument.target else {
                parameters.append(unused(argument, in: inner))
                continue
            }
            guard let parameter = ordered.first(where: { $0.decl.name == target })?.parameter else { return nil }
            parameters.append(argument.name + parameter.dropFirst(target.count))
        }
        let values = ordered.compactMap { field in
            arguments.first { $0.target == field.decl.name }.map {
                SwiftSource.label(field.decl.name) + ": " + $0.name
            }
        }
        let call = layout.call("self.init", values, depth: 1)
        return Self.disfavored
            + layout.declaration(printer.access + "init", parameters, " {", depth: 0) + "\n    \(call)\n}"
    }

    private func unused(_ argument: ShimDecl.Argument, in scope: Scope) -> String {
        let type = argument.type.map { printer.type($0, in: scope) } ?? printer.vocabulary["JSONValue"]
        if argument.isRequired { return argument.name + ": " + type }
        return argument.name + ": " + (type.last == "?" ? type : type + "?") + " = nil"
    }

    private func method(_ operation: OperationDecl, _ name: String, _ arguments: [ShimDecl.Argument]) -> String {
        let parts = OperationParts(operation, printer)
        let outer = OperationParts.outerTypes(operation, printer)
        let options = parts.offered.contains { SwiftSource.bare($0.name) == "options" } ? "callOptions" : "options"
        var parameters: [String] = []
        for argument in arguments {
            guard let field = parts.offered.first(where: { $0.name == argument.target }) else {
                parameters.append(unused(argument, in: .outside))
                continue
            }
            let text = field.parameter(type: outer[field.name] ?? field.context.type)
            let label = field.isUnlabeled ? "_ " : ""
            parameters.append(label + argument.name + text.dropFirst(label.count + field.name.count))
        }
        parameters.append(options + ": " + printer.vocabulary["CallOptions"] + " = .standard")
        let values = parts.offered.compactMap { field in
            arguments.first { $0.target == field.name }.map {
                field.isUnlabeled ? $0.name : SwiftSource.label(field.name) + ": " + $0.name
            }
        }
        let success = parts.success(in: .outside, printer).map { " -> " + $0 } ?? ""
        let tail = " async throws(" + printer.vocabulary["APIError"] + "<" + parts.failure + ">)" + success + " {"
        let call = layout.call(
            "try await " + operation.methodName, values + ["\(options): \(options)"], depth: 1)
        return Self.disfavored + layout.declaration(printer.access + "func " + name, parameters, tail, depth: 0)
            + "\n    \(call)\n}"
    }
}
