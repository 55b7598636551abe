import ApusLowering
import ApusModel
import Testing

/// Document names that are invalid as Swift or file names.
struct HostileNameTests {
    private func lower(schemas: [String]) throws -> Lowered {
        let members = schemas.map { "\($0): { $ref: '#/components/schemas/\($0)' }" }.joined(separator: ", ")
        let schemas = schemas.map { "\($0): { type: object, properties: { a: { type: string } } }" }
        let answer = "{ description: d, content: { application/json: { schema: { properties: { \(members) } } } } }"
        return try Lowered(
            """
            paths: { /a: { get: { operationId: a, responses: { '200': \(answer) } } } }
            components: { schemas: { \(schemas.joined(separator: ", ")) } }
            """)
    }

    @Test(arguments: ["CON", "aux", "nul", "Com1", "LPT9", "Servers", "credentials"])
    func devicesAndOwnFilesAreNotOverwritten(name: String) throws {
        let paths = try lower(schemas: [name]).model.files.map { $0.path.lowercased() }
        #expect(!paths.contains("models/" + name.lowercased() + ".swift"))
        #expect(Set(paths).count == paths.count)
    }

    @Test func longNamesFitOnADisk() throws {
        let names = ["a", "b"].map { String(repeating: "Ü", count: 300) + $0 }
        let model = try lower(schemas: names).model
        let files = model.files.compactMap { $0.path.split(separator: "/").last }
        #expect(files.allSatisfy { $0.utf8.count <= 200 })
        #expect(Set(files).count == files.count)
        let types = model.types.map(\.header.name)
        #expect(types.allSatisfy { $0.count <= 80 })
        #expect(Set(types).count == types.count)
    }

    @Test func namesThatDifferByCaseAreTwoFiles() throws {
        let files = try lower(schemas: ["Pet", "PET", "pEt"]).model.files.map { $0.path.lowercased() }
        #expect(Set(files).count == files.count)
    }

    /// Some disks compose letters, and find one file under both names.
    @Test func namesThatDifferByNormalizationAreTwoFiles() throws {
        let files = try lower(schemas: ["\u{C9}cole", "E\u{301}COLE", "\u{212A}elvin", "kelvin"]).model.files
        #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
        #expect(files.count { $0.path.hasPrefix("Models/") } >= 4)
    }

    /// Full case folding (Unicode, 3.13.3): some disks find one file under both names.
    @Test func namesThatDifferByFoldingAreTwoFiles() throws {
        let files = try lower(schemas: ["Straße", "Strasse", "STRASSE", "Maſt", "Mast", "ﬁsh", "fish"]).model.files
        let folded = files.map { $0.path.uppercased().lowercased() }
        #expect(Set(folded).count == files.count)
        #expect(files.count { $0.path.hasPrefix("Models/") } >= 7)
        #expect(DiskName.fold("Straße") == DiskName.fold("STRASSE") && DiskName.fold("Pet") != DiskName.fold("Pets"))
    }

    /// Three hundred marks on one letter are one character to Swift.
    @Test func oneLongCharacterIsAName() throws {
        let name = "a" + String(repeating: "\u{301}", count: 300)
        let files = try lower(schemas: [name]).model.files.compactMap { $0.path.split(separator: "/").last }
        #expect(files.allSatisfy { $0.utf8.count <= 200 && !$0.hasPrefix(".") })
    }

    /// Letters without case, and leading digits, would give a type and a member one name.
    @Test(arguments: ["日本語", "1st", "ペット"])
    func membersDoNotHideTypes(name: String) throws {
        let model = try Lowered(
            """
            paths:
              /a:
                post:
                  operationId: \(name)
                  parameters: [{ name: \(name), in: query, schema: { type: string, enum: [a, b] } }]
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema: { $ref: '#/components/schemas/Pet' }
            components:
              schemas:
                Pet: { properties: { \(name): { properties: { a: { type: string } } } } }
            """
        ).model
        let operation = try #require(model.operations.first)
        #expect(operation.methodName != operation.typeName)
        #expect(operation.parameters.map(\.name) != operation.nested.map(\.header.name))
        guard case .structure(let pet)? = model.types.first else {
            Issue.record("Pet is no struct")
            return
        }
        #expect(pet.properties.map(\.name) == [name == "1st" ? "_1st" : name])
        #expect(pet.header.nested.map(\.header.name) == [(name == "1st" ? "_1st" : name) + "Fields"])
    }
}
