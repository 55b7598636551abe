import ApusEmission
import ApusModel

/// The operations of the examples that have `request` or `answer` blocks, as Swift that is compiled with the tests.
enum CallSource {
    /// The builders of one example, its failures and its headers, in an extension of the example's type. The client's methods are left
    /// out: no client is made here.
    static func emit(_ model: APIModel, as name: String) throws -> String {
        var model = WireSource.nest(model, in: name)
        let contents: [FilePlan.Content] = [
            .operations(Array(model.operations.indices)), .failures(Array(model.failures.indices)),
            .headers(Array(model.headers.indices)),
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

    /// The names available to the blocks of an example.
    static func registry(of example: WireSource.Example) -> String {
        var lines = [
            "extension \(example.name) {", "    static var calls: WireCalls {", "        var calls = WireCalls()",
        ]
        for request in Set(example.requests).sorted() {
            lines.append("        calls.requests[#\"\(request)\"#] = \(request)")
        }
        for name in example.answered {
            let headers = example.headers[name]
            let arguments =
                (headers.map { $0.success.isEmpty ? "" : ", headers: { \($0.success) }" } ?? "")
                + (headers.map { $0.failure.isEmpty ? "" : ", failing: { \($0.failure) }" } ?? "")
            lines.append("        calls.answer(\(name).self, \"\(name)\"\(arguments))")
        }
        return (lines + ["        return calls", "    }", "}", ""]).joined(separator: "\n")
    }

    /// Swift that prints each documented header, of successes and of failures, by operation.
    static func headers(of model: APIModel) -> [String: (success: String, failure: String)] {
        func tell(_ place: Int?) -> String {
            let headers = place.map { model.headers[$0].headers.filter { $0.deprecation == nil } } ?? []
            if headers.isEmpty { return "" }
            return "[" + headers.map { header in "(\"\(header.name)\", $0.\(header.name))" }.joined(separator: ", ")
                + "]"
        }
        let pairs = model.operations.map { operation in
            let failure: Int? =
                if case .shared(let place) = operation.failure { model.failures[place].headers } else { nil }
            return (operation.typeName, (tell(operation.headers), tell(failure)))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
