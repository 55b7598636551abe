import ApusJSON
import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// One call for the README: a value for each required argument.
extension Lowerer {
    func makeExample(for operation: Operation, _ decl: OperationDecl) -> OperationExample {
        var budget = ExampleBudget(
            bytes: exampleBytes < ExampleBudget.document ? ExampleBudget.standard : ExampleBudget.small)
        var arguments: [OperationExample.Argument] = []
        let sources = operation.parameters.isEmpty ? [:] : Self.index(operation.parameters)
        for parameter in decl.parameters where parameter.isRequired && parameter.defaultValue == nil {
            let source = sources[
                ParameterKey(name: SourceKey(parameter.key), location: parameter.location.rawValue.lowercased())]
            let example = source?.examples.first { $0.value != nil }?.value
            let json = exampleWriter.write(
                example, source?.content?.schema ?? source?.schema, else: "\"text\"", &budget)
            arguments.append(OperationExample.Argument(label: parameter.name, json: json))
        }
        if let body = decl.body, body.isRequired, let media = operation.requestBody?.content.first {
            let example = media.examples.first { $0.value != nil }?.value
            let json = exampleWriter.write(example, media.schema, else: "{}", &budget)
            arguments.append(OperationExample.Argument(label: body.name, json: json))
        }
        exampleBytes += arguments.reduce(0) { $0 + $1.json.utf8.count }
        return OperationExample(arguments: arguments, isShortened: budget.isExceeded)
    }

    private struct ParameterKey: Hashable {
        let name: SourceKey
        let location: String
    }

    private static func index(_ parameters: [Parameter]) -> [ParameterKey: Parameter] {
        let pairs = parameters.map {
            (ParameterKey(name: SourceKey($0.name), location: $0.location.rawValue.lowercased()), $0)
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
