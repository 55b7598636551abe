import ApusEmission
import Fuzzing
import Testing

/// Events with one form, which are distinguished by the member with their names.
struct AlikeWebhookTests {
    private static let document = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.0.0 }
        webhooks:
          pet_sold: &sale
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Sale' } } } }
              responses: { '200': { description: Heard. } }
          pet_returned: *sale
        components:
          schemas:
            Sale: { type: object, required: [event], properties: { event: { type: string } } }
        """

    @Test func theirReadersCompile() throws {
        let client = try GeneratedClient.generate(Array(Self.document.utf8))
        #expect(client.files.contains { $0.contents.contains("payload.name(among: ") })
        let said = try Compiler.findProblems(in: client.swiftFiles)
        #expect(said == "")
    }
}
