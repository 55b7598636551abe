import ApusJSON
import ApusSchemas
import ApusSource
import ApusSpec

/// Provisional names of the schemas that are types of the module: a component's own, or one made of the owner's and of what the schema is
/// there, whatever else the document has.
///
/// `#/components/schemas/Owner/properties/phones/items` → `Owner phone`,
/// `#/paths/~1users/get/responses/200/content/application~1json/schema` → `listUsers Response`, `…/schemas/Contact.yaml#` → `Contact`.
struct LocationNames {
    private let files: SourceFiles
    private let names: ComponentNames
    private let shared: [SchemaID: String]
    private let operations: OperationPartNames
    private let bodies: [String: String]

    init(
        _ document: Document, files: SourceFiles, names: ComponentNames, shared: SharedSchemas,
        operations: GivenOperationNames
    ) {
        self.files = files
        self.names = names
        self.shared = shared.names
        bodies = operations.bodies
        self.operations = OperationPartNames(document, operations)
    }

    func name(of target: SchemaID) -> String {
        if let name = findGiven(target) { return name }
        let steps = Self.split(target.pointer).map { JSONPointer.unescape($0) }
        let prefixes = Self.prefixes(of: target.pointer)
        for length in steps.indices.dropFirst().reversed() {
            guard let owner = findGiven(SchemaID(file: target.file, pointer: prefixes[length])),
                let name = SchemaSteps.name(of: steps[length...], in: owner)
            else { continue }
            return name
        }
        let length = SchemaSteps.start(in: steps)
        let location = SchemaID(file: target.file, pointer: prefixes[length])
        let owner = operations.name(of: location) ?? Self.component(steps[..<length]) ?? fileName(of: target.file)
        return SchemaSteps.name(of: steps[length...], in: owner) ?? owner
    }

    private func findGiven(_ target: SchemaID) -> String? {
        if let name = names[target] { return bodies[name] ?? name }
        return shared[target]
    }

    /// `/a/b` → ``, `/a`, `/a/b`.
    private static func prefixes(of pointer: String) -> [String] {
        var prefixes = [""]
        for step in split(pointer) { prefixes.append(prefixes[prefixes.count - 1] + "/" + step) }
        return prefixes
    }

    /// A member's name may be empty.
    private static func split(_ pointer: String) -> [Substring] {
        pointer.isEmpty ? [] : pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    }

    /// `#/components/responses/NotFound/content/application~1json/schema` → `NotFound`.
    private static func component(_ steps: ArraySlice<String>) -> String? {
        steps.last { !structural.contains($0) && !$0.contains("/") && !$0.isEmpty }.map(StatusNames.readable)
    }

    private func fileName(of file: SourceFileID) -> String {
        let base = files.path(of: file).split(separator: "/").last ?? "Model"
        return String(base.split(separator: ".").first ?? base)
    }

    private static let structural: Set<String> = [
        "components", "schemas", "definitions", "$defs", "schema", "itemSchema", "content", "paths", "responses",
        "parameters", "requestBodies", "headers",
    ]
}
