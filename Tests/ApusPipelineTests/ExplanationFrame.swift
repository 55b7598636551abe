@testable import ApusPipeline

/// The document around a fragment of an explanation. `@` is the fragment's position; its further lines are indented
/// like it.
struct ExplanationFrame: Sendable {
    /// `openapi.yaml` unless the fragment is another file.
    let text: String
    /// The frame of the corrected fragment, where it differs.
    var mended: String?
    /// The file that the frame is: `overlay.yaml`, `apus.yaml`, `pet.yaml`, or the document.
    var file = "openapi.yaml"

    func fill(_ fragment: String, isMended: Bool) -> String {
        let frame = isMended ? mended ?? text : text
        // Three dots represent irrelevant text.
        var fragment = fragment.replacing("[ … ]", with: "[{ type: object, properties: { a: {} } }, { $ref: '#/x-z' }]")
        fragment = fragment.replacing("get: { … }", with: "get: { responses: { '204': { description: d } } }")
        if fragment.contains("…\n") { fragment = String(fragment.split(separator: "…\n", maxSplits: 1)[1]) }
        return frame.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let index = line.firstIndex(of: "@") else { return String(line) }
            let indent = String(repeating: " ", count: line.distance(from: line.startIndex, to: index))
            let lines = fragment.replacing("\n", with: "\n" + indent)
            return line[..<index] + lines
        }.joined(separator: "\n")
    }

    static let generatorConfig = ExplanationFrame(text: "@", file: "openapi-generator-config.yaml")

    private static let head = "openapi: 3.1.0\ninfo: { title: Pets, version: 1.0.0 }\nx-z: { type: string }\n"
    private static let oldHead = "openapi: 3.0.3\ninfo: { title: Pets, version: 1.0.0 }\n"
    private static let answer =
        "responses: { '200': { description: d, content: { application/json: { schema: "
        + "{ type: object, properties: { data: { type: array, items: { type: string } } } } } } } }"

    static let whole = ExplanationFrame(text: "@\n")
    static let document = ExplanationFrame(text: head + "@\n")
    static let schemas = ExplanationFrame(text: head + "paths: {}\ncomponents:\n  schemas:\n    @\n")
    static let named = ExplanationFrame(text: head + "paths: {}\ncomponents:\n  @\n")
    static let schema = ExplanationFrame(
        text: head + "paths: {}\ncomponents:\n  schemas:\n    Cat: { type: object, properties: { a: {} } }\n"
            + "    Dog: { type: object, properties: { b: {} } }\n    Pet:\n      @\n")
    static let oldSchema = ExplanationFrame(
        text: oldHead + "paths: {}\ncomponents:\n  schemas:\n    Pet: { type: object }\n    Other:\n      @\n")
    static let members = ExplanationFrame(
        text: head + "paths: {}\ncomponents:\n  schemas:\n    Pet:\n      type: object\n      properties:\n        @\n")
    static let paths = ExplanationFrame(text: head + "paths:\n  @\n")
    static let pathItem = ExplanationFrame(text: oldHead + "paths:\n  /pets:\n    @\n")
    static let operation = ExplanationFrame(
        text: head + "paths:\n  /pets:\n    get:\n      operationId: a\n      \(answer)\n      @\n")
    static let statuses = ExplanationFrame(
        text: head + "paths:\n  /pets:\n    get:\n      responses:\n        @\n")
    static let mediaBesidesComponents = ExplanationFrame(
        text: head
            + "components: { schemas: { Pet: { type: object } } }\npaths:\n  /pets:\n    get:\n      responses:\n"
            + "        '200':\n          description: d\n          content:\n            application/json:\n"
            + "              @\n")
    static let response = ExplanationFrame(
        text: head
            + "paths:\n  /pets:\n    get:\n      responses:\n        '200':\n          description: d\n          @\n")
    static let responses = ExplanationFrame(text: head + "paths:\n  /pets:\n    get:\n      @\n")
    static let parameters = ExplanationFrame(
        text: head + "paths:\n  /pets/{id}:\n    get:\n      operationId: a\n      parameters:\n        @\n")
    static let oldParameters = ExplanationFrame(
        text:
            "swagger: '2.0'\ninfo: { title: T, version: '1' }\npaths:\n  /pets:\n    post:\n      parameters:\n        @\n"
    )
    static let ignoredHeader = ExplanationFrame(text: parameters.text, mended: operation.text)
    static let body = ExplanationFrame(
        text: head
            + "paths:\n  /pets:\n    post:\n      operationId: a\n      requestBody:\n        content:\n          @\n")
    static let media = ExplanationFrame(
        text: head + "paths:\n  /pets:\n    post:\n      operationId: a\n      requestBody:\n        content:\n"
            + "          application/x-www-form-urlencoded:\n            @\ncomponents:\n  schemas:\n    Pet: { type: object }\n"
    )
    static let part = ExplanationFrame(text: "type: object\nproperties:\n  @\n", file: "pet.yaml")
    static let overlay = ExplanationFrame(text: "@\n", file: "overlay.yaml")
    static let action = ExplanationFrame(
        text: "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions:\n  - @\n", file: "overlay.yaml")
    static let workspace = ExplanationFrame(text: "@\n", file: "apus.yaml")
    static let json = ExplanationFrame(text: "@\n", file: "openapi.json")
}
