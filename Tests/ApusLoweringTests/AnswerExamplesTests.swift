import ApusLowering
import ApusSource
import ApusSpec
import Testing

/// The examples that `apus dump answers` finds, and the schemas it writes.
struct AnswerExamplesTests {
    private static let yaml = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
              responses:
                '200':
                  description: d
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Pet' }, example: [] }
                      examples: { two: { $ref: '#/components/examples/Two' }, elsewhere: { externalValue: 'https://a.test' } }
                4XX: { $ref: '#/components/responses/Problem' }
                '400': { description: d }
                default: { description: d, content: { text/plain: { schema: { type: string }, example: down } } }
            head:
              operationId: countPets
              responses: { '200': { description: d, content: { application/json: { example: 7 } } } }
          /pets/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get:
              responses:
                default: { description: d, content: { '*/*': { schema: { $ref: '#/components/schemas/Owner' } } } }
                4XX: { $ref: '#/components/responses/Problem' }
            put:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '204': { description: d } }
            delete: { operationId: deletePet, responses: { '204': { description: d } } }
        components:
          examples: { Two: { value: [{ name: Rex }] } }
          responses:
            Problem: { description: d, content: { application/json: { schema: { type: object }, example: { code: 1 } } } }
          schemas:
            Pet: { type: object, required: [name, secret], properties: { name: { type: string, nullable: true }, secret: { type: string, writeOnly: true } } }
            Owner: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' } }, example: { pet: { name: Rex } } }
            Unused: { type: object, example: {} }
        """

    /// Reads the output with Apus's own reader: it is JSON, and YAML.
    private func answers(_ yaml: String) throws -> SourceNode {
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(path: "openapi.yaml", bytes: Array(yaml.utf8))
        let document = try #require(DocumentReader.read(file, files: files, diagnostics: &diagnostics))
        let answers = AnswerExamples(document)
        var options = LoweringOptions(module: "Pets")
        options.include = answers.selection
        let model = Lowering.lower(document, files: files, options: options, diagnostics: &diagnostics)
        let text = answers.json(reading: model, files: files)
        return try files.parse(files.add(path: "answers.json", bytes: Array(text.utf8)))
    }

    private func lines(_ answers: SourceNode) -> [String] {
        (answers["examples"]?.sequence ?? []).map { example in
            let reader = example["operation"]?.string ?? example["component"]?.string ?? ""
            let status = example["status"]?.number?.integer.map { String($0) } ?? ""
            let words = [reader, status, example["contentType"]?.string, example["body"]?.string]
            return words.compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test func findsEveryExampleOnce() throws {
        let answers = try answers(Self.yaml)
        #expect(
            lines(answers) == [
                #"ListPets 200 application/json [{"name":"Rex"}]"#,
                "ListPets 200 application/json []",
                #"ListPets 401 application/json {"code":1}"#,
                "ListPets 500 text/plain down",
                #"Owner 200 application/json {"pet":{"name":"Rex"}}"#,
            ])
        #expect(answers["include"]?.sequence?.compactMap(\.string) == ["listPets", "/pets/{id}"])
        #expect(answers["examples"]?.sequence?.first?["place"]?.string == "openapi.yaml:31")
        #expect(
            answers["examples"]?.sequence?.first?["pointer"]?.string
                == "/paths/~1pets/get/responses/200/content/application~1json/examples/two")
    }

    /// A validator of JSON Schema 2020-12 needs nothing else.
    @Test func writesSchemasThatStandAlone() throws {
        let schemas = try #require(try answers(Self.yaml)["schemas"]?.mapping)
        let objects = schemas.entries.map(\.value).filter { $0["properties"] != nil }
        let pet = try #require(objects.first { $0["properties"]?["name"] != nil })
        #expect(pet["properties"]?["name"]?["type"]?.sequence?.compactMap(\.string) == ["string", "null"])
        #expect(pet["required"]?.sequence?.compactMap(\.string) == ["name"])
        #expect(pet["x-sent"]?.boolean == true)
        let owner = try #require(objects.first { $0["properties"]?["pet"] != nil })
        #expect(owner["x-sent"] == nil)
        let reference = try #require(owner["properties"]?["pet"]?["$ref"]?.string)
        #expect(schemas[String(reference.dropFirst("#/$defs/".count))]?["properties"]?["secret"] != nil)
    }

    @Test func aDocumentWithoutExamplesHasNone() throws {
        let answers = try answers(
            "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /a: { get: { responses: { '204': { description: d } } } } }"
        )
        #expect(answers["examples"]?.sequence?.isEmpty == true)
        #expect(answers["include"]?.sequence?.isEmpty == true)
    }
}
