import ApusJSON
import ApusSource
import ApusSpec

/// The names of the parts of operations by location: the schema of a response of `listUsers` is `listUsers Response`.
struct OperationPartNames {
    private var operations: [SchemaID: Operation] = [:]
    private var paths: [SchemaID: String] = [:]
    private var parameters: [SchemaID: String] = [:]
    private let names: GivenOperationNames

    init(_ document: Document, _ names: GivenOperationNames) {
        self.names = names
        for item in document.paths + document.webhooks { add(item) }
    }

    private mutating func add(_ item: PathItem) {
        for operation in item.operations {
            let location = SchemaID(file: operation.mark.file, pointer: operation.pointer)
            guard operations.updateValue(operation, forKey: location) == nil else { continue }
            let path = SchemaID(file: location.file, pointer: Self.dropLast(of: location.pointer))
            paths[path] = OperationNames.derive(method: "", path: operation.path)
            for parameter in operation.parameters {
                parameters[SchemaID(file: parameter.mark.file, pointer: parameter.pointer)] = parameter.name
            }
            for inner in operation.callbacks.flatMap(\.items) { add(inner) }
        }
    }

    /// The name of a media type's, parameter's or header's schema; nil where no operation has the location.
    func name(of target: SchemaID) -> String? {
        var (pointer, rest) = (target.pointer, [String]())
        while !pointer.isEmpty {
            let index = SchemaID(file: target.file, pointer: pointer)
            if let operation = operations[index] { return name(of: rest, in: operation, at: index) }
            if let path = paths[index], rest.count > 1, rest[0] == "parameters" {
                return path + " " + (findParameter(rest[1], at: index) ?? "parameter")
            }
            let shorter = Self.dropLast(of: pointer)
            rest.insert(JSONPointer.unescape(pointer.dropFirst(shorter.count + 1)), at: 0)
            pointer = shorter
        }
        return nil
    }

    private func name(of steps: [String], in operation: Operation, at location: SchemaID) -> String {
        let name = names.name(of: operation)
        guard steps.count > 1 else { return name }
        switch steps[0] {
        case "requestBody": return name + " Body"
        // The body of Swagger 2.0 is in this list, too.
        case "parameters": return name + " " + (findParameter(steps[1], at: location) ?? "Body")
        case "responses":
            if steps.count > 3, steps[2] == "headers" {
                return name + " " + HeaderNames.withoutPrefix(steps[3])
            }
            return name + " " + role(ofStatus: steps[1], in: operation)
        default: return name + " " + steps[1]
        }
    }

    private func role(ofStatus text: String, in operation: Operation) -> String {
        let known = operation.responses.first { StatusNames.text(of: $0.status).lowercased() == text.lowercased() }
        guard let status = known?.status else { return StatusNames.readable(text) }
        return SharedSchemas.role(of: status, among: operation.responses)
    }

    private func findParameter(_ step: String, at owner: SchemaID) -> String? {
        parameters[SchemaID(file: owner.file, pointer: owner.pointer + "/parameters/" + step)]
    }

    private static func dropLast(of pointer: String) -> String {
        pointer.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(pointer[..<$0]) } ?? ""
    }
}
