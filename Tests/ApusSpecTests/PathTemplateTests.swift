import ApusSource
import ApusSpec
import Testing

/// Paths as authors write them, and the sent paths.
struct PathTemplateTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let path: String
        /// `name:location` of each declared parameter.
        let declared: [String]
        let sent: String
        let expected: [String]
        let ids: [String]

        var testDescription: String { path }
    }

    @Test(arguments: [
        Case(
            path: "/export?file={file}", declared: ["file:path"], sent: "/export", expected: ["file:query"],
            ids: ["template-outside-path"]),
        Case(path: "/export?file={file}", declared: ["file:query"], sent: "/export", expected: ["file:query"], ids: []),
        Case(
            path: "/export?as=pdf&file={file}#x", declared: ["file:path"], sent: "/export?as=pdf#x",
            expected: ["file:query"], ids: ["template-outside-path"]),
        Case(
            path: "/export?q=name:{name}+in:{place}", declared: ["name:path", "place:query"],
            sent: "/export?q=name:{name}+in:{place}", expected: ["name:path", "place:path"],
            ids: ["template-outside-path"]),
        Case(
            path: "/export?f={file}", declared: ["file:path"], sent: "/export?f={file}", expected: ["file:path"],
            ids: ["template-outside-path"]),
        Case(
            path: "/a/{id}?id={id}", declared: ["id:path"], sent: "/a/{id}?id={id}", expected: ["id:path"], ids: []),
        Case(
            path: "/a?file={file}", declared: [], sent: "/a?file={file}", expected: ["file:path"],
            ids: ["template-outside-path", "undeclared-path-parameter"]),
        Case(
            path: "/pets#{kind}", declared: ["kind:path"], sent: "/pets#{kind}", expected: ["kind:query"],
            ids: ["template-outside-path"]),
        Case(
            path: "/pets#kind={kind}", declared: ["kind:query"], sent: "/pets#kind={kind}", expected: ["kind:query"],
            ids: []),
        Case(
            path: "/pets{?limit,page*,sort}", declared: ["limit:query", "page:path"], sent: "/pets",
            expected: ["limit:query", "page:query", "sort:query"], ids: ["template-outside-path"]),
        Case(
            path: "/videos/:id", declared: ["id:path"], sent: "/videos/{id}", expected: ["id:path"],
            ids: ["path-expression"]),
        Case(
            path: "/v/:id/:idx.json", declared: ["id:path", "idx:path"], sent: "/v/{id}/{idx}.json",
            expected: ["id:path", "idx:path"], ids: ["path-expression"]),
        Case(
            path: "/v/<int:id>/[name]/{{rev}}/${key}/{ part }",
            declared: ["id:path", "name:path", "rev:path", "key:path", "part:path"],
            sent: "/v/{id}/{name}/{rev}/{key}/{part}",
            expected: ["id:path", "name:path", "rev:path", "key:path", "part:path"], ids: ["path-expression"]),
        Case(
            path: "/v/{pet_id}", declared: ["petId:path"], sent: "/v/{petId}", expected: ["petId:path"],
            ids: ["misspelled-path-parameter"]),
        Case(
            path: "/jobs/{id}:cancel", declared: ["id:path"], sent: "/jobs/{id}:cancel", expected: ["id:path"], ids: []),
        Case(
            path: "/time/12:id", declared: ["id:path"], sent: "/time/12:id", expected: [],
            ids: ["unused-path-parameter"]),
        Case(
            path: " /a/{id}\t", declared: ["id:path"], sent: "/a/{id}", expected: ["id:path"], ids: ["path-with-blanks"]
        ),
        Case(
            path: "a/{id} ", declared: ["id:path"], sent: "/a/{id}", expected: ["id:path"],
            ids: ["path-with-blanks", "path-without-slash"]),
    ])
    func sends(_ one: Case) throws {
        let parameters = one.declared.map { text in
            let parts = text.split(separator: ":")
            return "{name: \(parts[0]), in: \(parts[1]), required: true, schema: {type: string}}"
        }
        let path = one.path.replacing("\t", with: "\\t").replacing("\"", with: "\\\"")
        let reading = Reading(
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  \"\(path)\":\n    get:\n      operationId: a\n"
                + "      parameters: [\(parameters.joined(separator: ", "))]\n"
                + "      responses: {'204': {description: Done}}\n")
        #expect(reading.ids.sorted() == one.ids)
        let operation = try #require(reading.document?.paths.first?.operations.first)
        #expect(operation.path == one.sent)
        #expect(operation.parameters.map { "\($0.name):\($0.location.rawValue)" } == one.expected)
    }
}
