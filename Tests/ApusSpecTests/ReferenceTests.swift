import ApusSource
import Testing

@testable import ApusSpec

struct ReferenceTests {
    @Test(arguments: [
        "#/components/schemas/Pet", "#/components/schemas/%50et", "openapi.yaml#/components/schemas/Pet",
        "../api/./openapi.yaml#/components/schemas/Pet", "#pet", "https://example.com/pet", "parts/pets.yaml#/Alias",
        "parts/pets.yaml#/Through/properties/pet",
    ])
    func findsThePet(_ text: String) {
        let reading = Reading(
            schemas: """
                Pet: {$id: 'https://example.com/pet', $anchor: pet, type: object, title: Pet}
                Use: {$ref: '\(text)'}
                """,
            with: [
                "api/parts/pets.yaml": """
                Alias: {$ref: '../openapi.yaml#/components/schemas/Pet'}
                Through: {$ref: '#/Behind'}
                Behind: {properties: {pet: {$ref: '../openapi.yaml#/components/schemas/Pet'}}}
                """
            ])
        #expect(reading.ids == [])
        #expect(reading.target("Use")?.title == "Pet")
    }

    @Test func keysAreUnescaped() {
        let reading = Reading(
            schemas: """
                a/b~c d: {title: odd}
                100%25: {title: percent}
                One: {$ref: '#/components/schemas/a~1b~0c%20d'}
                Two: {$ref: '#/components/schemas/100%25'}
                """)
        #expect(reading.target("One")?.title == "odd")
        #expect(reading.target("Two")?.title == "percent")
        #expect(reading.ids == [])
    }

    @Test func embeddedIdentifiersMoveTheBase() {
        let reading = Reading(
            schemas: """
                Pet:
                  $id: https://example.com/schemas/pet.json
                  properties:
                    owner: {$ref: person.json}
                    kind: {$ref: '#/$defs/Kind'}
                    other: {$ref: '#/components/schemas/Other'}
                  $defs: {Kind: {type: string}}
                Person: {$id: 'https://example.com/schemas/person.json', type: object, title: Person}
                Other: {type: integer}
                """)
        let properties = reading.schema("Pet")?.object.properties.compactMap { reading.document?.resolve($0.schema) }
        #expect(properties?.map(\.types) == [[.object], [.string], [.integer]])
        #expect(reading.ids == [])
    }

    @Test func misplacedReferencesAreToldOnceForAFile() {
        let reading = Reading(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get: {$ref: a.yaml}
                put: {$ref: a.yaml}
                post: {$ref: a.yaml}
            """, with: ["api/a.yaml": "{responses: {'200': {description: Done}}, operationId: a}"])
        let notes = reading.diagnostics.all.filter { $0.id == "misplaced-reference" }
        #expect(notes.map(\.message) == ["`$ref` is not allowed here, nor at 2 other locations of this file"])
        #expect(reading.document?.paths.first?.operations.count == 3)
    }

    /// Section 8.2.2: an anchor belongs to its resource.
    @Test func anchorsBelongToTheirResource() {
        let reading = Reading(
            schemas: """
                Pet:
                  $id: https://example.com/pet
                  properties: {own: {$ref: '#part'}, far: {$ref: 'person#part'}}
                  $defs: {Part: {$anchor: part, type: string}}
                Person:
                  $id: https://example.com/person
                  properties: {own: {$dynamicRef: '#part'}}
                  $defs: {Part: {$dynamicAnchor: part, type: integer}}
                """)
        let types = ["Pet", "Person"].flatMap { name in
            reading.schema(name)?.object.properties.compactMap { reading.document?.resolve($0.schema).types } ?? []
        }
        #expect(types == [[.string], [.integer], [.integer]])
        #expect(reading.ids == [])
    }

    @Test func dynamicReferencesAreStatic() {
        let reading = Reading(
            schemas: "Node: {$dynamicAnchor: node, type: object, properties: {next: {$dynamicRef: '#node'}}}")
        #expect(reading.schema("Node")?.object.properties.first?.schema.reference == reading.schema("Node")?.id)
        #expect(reading.ids == [])
    }

    @Test func selfNamesTheDocument() {
        let reading = Reading(
            """
            openapi: 3.2.0
            $self: https://example.com/api
            info: {title: T, version: '1'}
            components: {schemas: {A: {type: string}, B: {$ref: 'https://example.com/api#/components/schemas/A'}}}
            """)
        #expect(reading.target("B")?.types == [.string])
        #expect(reading.ids == [])
    }

    @Test func filesMayReferToEachOther() {
        let reading = Reading(
            schemas: "Pet: {$ref: 'pet.yaml'}",
            with: [
                "api/pet.yaml": "type: object\nproperties: {owner: {$ref: person.json}}",
                "api/person.json":
                    #"{"type": "object", "properties": {"pets": {"type": "array", "items": {"$ref": "pet.yaml"}}}}"#,
            ])
        #expect(reading.ids == [])
        #expect(
            reading.dump("other schemas") == """
                file1#: object
                  owner: → file2#
                file2#: object
                  pets: array
                    each item: → file1#

                """)
    }

    @Test func ringsOfReferencesEnd() {
        let reading = Reading(
            schemas: """
                A: {$ref: '#/components/schemas/B'}
                B: {$ref: '#/components/schemas/C'}
                C: {$ref: '#/components/schemas/B'}
                Itself: {$ref: '#/components/schemas/Itself'}
                Through: {$ref: '#/components/schemas/Through/properties/x'}
                """)
        #expect(reading.ids.filter { $0 == "cyclic-reference" }.count == 2)
        #expect(reading.document?.schemas.values.allSatisfy { $0.reference == nil } == true)
    }

    /// A chain of references is as long as a document likes.
    @Test func longChains() {
        let links = (0..<20_000).map { "S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" }.joined()
        let reading = Reading(schemas: links + "S20000: {type: string}")
        #expect(reading.target("S0")?.types == [.string])
        #expect(reading.ids == [])
    }

    @Test(arguments: [
        ("../secret.yaml", "reference-outside-root"), ("/etc/passwd", "reference-outside-root"),
        ("parts/../../secret.yaml", "reference-outside-root"), ("%2e%2e/secret.yaml", "reference-outside-root"),
        ("file:///etc/passwd", "reference-outside-root"), ("https://example.com/a.yaml", "remote-reference"),
        ("http://example.com/a.yaml#/A", "remote-reference"), ("missing.yaml", "unresolved-reference"),
        ("#/components/schemas/Missing", "unresolved-reference"), ("#missing", "unresolved-reference"),
        ("ftp://example.com/a.yaml", "remote-reference"), ("%2E%2E%2Fsecret.yaml", "reference-outside-root"),
        ("..\u{2F}\u{301}secret.yaml", "reference-outside-root"), ("//example.com/a.yaml", "reference-outside-root"),
        ("data:text/yaml,type", "remote-reference"), ("..\\secret.yaml", "reference-outside-root"),
        ("a%00.yaml", "unresolved-reference"), ("secret.yaml%00", "unresolved-reference"),
        ("CON", "unresolved-reference"), ("aux.yaml", "unresolved-reference"),
        (String(repeating: "a", count: 300) + ".yaml", "unresolved-reference"),
    ])
    func refusesOnce(_ text: String, _ id: String) {
        let reading = Reading(
            schemas: "A: {$ref: '\(text)'}\nB: {$ref: '\(text)'}", with: ["secret.yaml": "type: string"])
        #expect(reading.ids == [id])
        #expect(reading.schema("A")?.reference == nil)
    }

    @Test func foldersCanBeAllowed() {
        let reading = Reading(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {$ref: ../common/a.yaml}}}",
            with: ["common/a.yaml": "type: string"], options: ReadOptions(allowedFolders: ["common"]))
        #expect(reading.ids == [])
        #expect(reading.target("A")?.types == [.string])
    }

    @Test func allowedHostsAreFetched() {
        var loader = FileLoader.memory([:])
        loader.fetch = { address, hosts, _ in
            #expect(address.hasPrefix("https://example.com/schemas/"))
            #expect(hosts == ["example.com"])
            return Array((address.hasSuffix("a.yaml") ? "{$ref: b.yaml}" : "{type: string}").utf8)
        }
        let text =
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: "
            + "{A: {$ref: 'https://example.com/schemas/a.yaml'}, B: {$ref: 'https://other.com/schemas/a.yaml'}}}"
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(path: "openapi.yaml", bytes: Array(text.utf8))
        let document = DocumentReader.read(
            file, files: files, loader: loader, options: ReadOptions(allowedHosts: ["example.com"]),
            diagnostics: &diagnostics)
        #expect(diagnostics.all.map(\.id) == ["remote-reference"])
        #expect(document?.namedSchemas.map { document?.resolve($0.schema).types } == [[.string], []])
    }

    /// A host is allowed with its port: the scheme's default, unless another one is given.
    @Test(arguments: [
        ("https://example.com/a", "example.com", true), ("https://example.com:443/a", "example.com", true),
        ("https://example.com:0443/a", "example.com", true), ("http://example.com/a", "example.com", true),
        ("http://EXAMPLE.com:80/a", "example.com", true), ("http://example.com:443/a", "example.com", false),
        ("https://example.com:8443/a", "example.com", false), ("https://example.com:8443/a", "example.com:8443", true),
        ("https://example.com/a", "example.com:8443", false), ("https://example.com/a", "example.com:443", true),
        ("https://[::1]:8443/a", "[::1]:8443", true), ("https://[::1]:8443/a", "[::1]", false),
        ("https://[::1]/a", "[::1]", true), ("https://user@example.com/a", "example.com", true),
        ("https://example.com@evil.test/a", "example.com", false),
        ("https://evil.test\\@example.com/a", "example.com", false),
        ("https://example.com:+443/a", "example.com", false),
        ("https://example.com:99999999999999999999/a", "example.com", false),
        ("ftp://example.com/a", "example.com", false), ("https:///a", "", false),
    ]) func hostsAreAllowedWithTheirPort(address: String, entry: String, isAllowed: Bool) {
        #expect(URIReference.isAllowed(address, [entry]) == isAllowed)
    }

    /// The limit of files counts fetched ones too.
    @Test func fetchedFilesCount() {
        let schemas = (0..<9).map { "A\($0): {$ref: 'https://[::1]:80/\($0).yaml'}" }.joined(separator: ", ")
        let files = SourceFiles(limits: SourceLimits(files: 5))
        var loader = FileLoader.memory([:])
        loader.fetch = { _, _, _ in Array("{type: string}".utf8) }
        var diagnostics = Diagnostics()
        let file = files.add(
            path: "openapi.yaml",
            bytes: Array("openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {\(schemas)}}".utf8))
        _ = DocumentReader.read(
            file, files: files, loader: loader, options: ReadOptions(allowedHosts: ["[::1]:80"]),
            diagnostics: &diagnostics)
        #expect(files.count == 5)
        #expect(Set(diagnostics.all.map(\.id)) == ["file-too-large"])
    }

    @Test func callbacksMayContainThemselves() {
        let reading = Reading(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /pets:
                post:
                  operationId: create
                  callbacks: {done: {$ref: '#/components/callbacks/Done'}}
                  responses: {'204': {description: Done}}
            components:
              callbacks:
                Done:
                  '{$request.body#/url}':
                    post:
                      callbacks: {again: {$ref: '#/components/callbacks/Done'}}
                      responses: {'204': {description: Done}}
            """)
        #expect(reading.ids == ["cyclic-reference"])
        #expect(reading.document?.paths.first?.operations.first?.callbacks.first?.items.count == 1)
    }
}
