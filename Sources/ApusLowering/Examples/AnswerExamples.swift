import ApusJSON
import ApusSource
public import ApusSpec

/// Every documented example of a response: those of media types, of response schemas, and of the components that
/// responses use. An example that several responses share belongs to the first of them.
public struct AnswerExamples {
    let document: Document
    private(set) var examples: [AnswerExample] = []
    /// The operations with an example, or whose responses are the first to use a component with one.
    private(set) var operations: [Operation] = []
    private var seenValues: Set<ObjectIdentifier> = []
    private var seenSchemas: Set<SchemaID> = []

    public init(_ document: Document) {
        self.document = document
        for operation in document.paths.flatMap(\.operations) where operation.method != "HEAD" {
            let count = examples.count
            for response in operation.responses { add(response, of: operation) }
            if examples.count > count { operations.append(operation) }
        }
    }

    /// The client's `include` list that reads every example: ids of operations, or the paths of those without one.
    public var selection: [String] {
        var seen: Set<String> = []
        return operations.map(Self.rule).filter { seen.insert($0).inserted }
    }

    /// The operations that ``selection`` selects, in document order.
    var selectedOperations: [Operation] {
        Selection(include: selection, exclude: []).operations(in: document)
    }

    /// The schemas whose types the selected operations also send. A branch of `allOf` is a part of another type, not
    /// sent as its own.
    var sentSchemas: Set<SchemaID> {
        var waiting = selectedOperations.flatMap {
            ($0.requestBody?.content ?? []).compactMap { $0.schema ?? $0.itemSchema }
        }
        var sent: Set<SchemaID> = []
        while let next = waiting.popLast() {
            guard sent.insert(next.id).inserted else { continue }
            waiting += next.innerSchemas(beyondAllOf: document)
            if let target = next.reference.flatMap({ document.schemas[$0] }) { waiting.append(target) }
        }
        return sent
    }

    private static func rule(for operation: Operation) -> String {
        guard let id = operation.operationID, !id.hasPrefix("/"), !id.hasPrefix("tag:") else {
            return operation.documentedPath
        }
        return id
    }

    private mutating func add(_ response: Response, of operation: Operation) {
        let status = Self.status(of: response, among: operation.responses)
        for media in response.content {
            for example in media.examples {
                guard let value = example.value else { continue }
                let name = example.name.map { "/examples/" + JSONPointer.escape($0) } ?? "/example"
                add(
                    AnswerExample(
                        reader: .operation(operation), status: status, contentType: media.contentType, value: value,
                        schema: media.schema, pointer: media.pointer + name))
            }
            guard let schema = media.schema ?? media.itemSchema else { continue }
            if media.schema != nil, schema.reference == nil {
                for example in schema.examples {
                    add(
                        AnswerExample(
                            reader: .operation(operation), status: status, contentType: media.contentType,
                            value: example, schema: schema, pointer: schema.id.pointer + "/example"))
                }
            }
            addComponents(below: schema)
        }
    }

    /// The examples of components that no earlier response uses.
    private mutating func addComponents(below schema: Schema) {
        var waiting = [schema]
        while let next = waiting.popLast() {
            guard seenSchemas.insert(next.id).inserted else { continue }
            waiting += next.innerSchemas
            guard let target = next.reference.flatMap({ document.schemas[$0] }) else { continue }
            waiting.append(target)
            guard !seenSchemas.contains(target.id) else { continue }
            for example in target.examples {
                add(
                    AnswerExample(
                        reader: .component(target), status: 200, contentType: "application/json", value: example,
                        schema: target, pointer: target.id.pointer + "/example"))
            }
        }
    }

    private mutating func add(_ example: AnswerExample) {
        if seenValues.insert(ObjectIdentifier(example.value)).inserted { examples.append(example) }
    }

    /// A status for the response: for a range, or `default`, the first one that no other response declares.
    private static func status(of response: Response, among all: [Response]) -> Int {
        let named = Set(all.map(\.status))
        func first(in hundred: Int) -> Int {
            (hundred * 100..<hundred * 100 + 100).first { !named.contains(.code($0)) } ?? hundred * 100
        }
        switch response.status {
        case .code(let code): return code
        case .range(let hundred): return first(in: hundred)
        case .otherwise:
            let hasSuccess = all.contains { other in
                switch other.status {
                case .code(let code): (200..<300).contains(code)
                case .range(let hundred): hundred == 2
                case .otherwise: false
                }
            }
            let hundreds = hasSuccess ? [5, 4] : [2]
            return first(in: hundreds.first { !named.contains(.range($0)) } ?? hundreds[0])
        }
    }
}
