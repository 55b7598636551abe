import ApusEmission
import ApusModel

/// The operations of the examples that have `request` or `answer` blocks, as Swift that is compiled with the tests.
enum CallSource {
    /// The builders of one example, its failures and its headers, in an extension of the example's type. The client's methods are left
    /// out: no client is made here.
    static func emit(_ model: APIModel, as name: String) throws -> String {
        var model = ExampleSource.nest(model, in: name)
        let contents: [FilePlan.Content] = [
            .operations(model.operations.ids), .failures(model.failures.ids),
            .headers(model.headers.ids),
        ]
        model.files = contents.enumerated().map { FilePlan(path: "Example\($0).swift", content: $1) }
        let files = try Emission.emit(model, options: EmissionOptions(access: .internal))
        let lines = files.flatMap { file in
            dropExtensions(MappingExample.dropHead(of: file.contents).split(separator: "\n"))
        }
        return (["extension \(name) {"] + lines.map { "    " + $0 } + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func dropExtensions(_ lines: [Substring]) -> [Substring] {
        var isInside = false
        return lines.filter { line in
            if line.hasPrefix("extension ") { isInside = true }
            defer { if line == "}" { isInside = false } }
            return !isInside
        }
    }

    /// Swift that prints the documented headers of an operation's successes and of its failures; empty where it documents none.
    typealias Headers = (success: String, failure: String)

    /// The statement that makes an operation's responses available to `answer` blocks.
    static func answer(_ operation: String, headers: Headers?) -> String {
        let arguments =
            (headers.map { $0.success.isEmpty ? "" : ", headers: { \($0.success) }" } ?? "")
            + (headers.map { $0.failure.isEmpty ? "" : ", failing: { \($0.failure) }" } ?? "")
        return "calls.answer(\(operation).self, \"\(operation)\"\(arguments))"
    }

    /// By operation.
    static func headers(of model: APIModel) -> [String: Headers] {
        func list(_ id: DeclID<HeadersDecl>?) -> String {
            let headers = model.headers.find(id)?.headers.filter { $0.deprecation == nil } ?? []
            if headers.isEmpty { return "" }
            return "[" + headers.map { header in "(\"\(header.name)\", $0.\(header.name))" }.joined(separator: ", ")
                + "]"
        }
        let pairs = model.operations.map { operation in
            let failure = model.failures.find(operation.failure.id)
            return (operation.typeName, (list(operation.headers), list(failure?.headers)))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
