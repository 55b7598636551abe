import Foundation
import TestSupport
import Testing

/// `apus drift` as a process: what is read, printed and written, and how it ends.
struct DriftCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(
            "shop.yaml",
            """
            openapi: 3.1.0
            info: { title: Shop, version: "1" }
            servers: [{ url: "https://shop.example.com/v1" }]
            paths:
              /pets:
                get:
                  responses:
                    "200":
                      description: Pets
                      content:
                        application/json:
                          schema: { type: object, properties: { size: { type: string, enum: [small] } } }

            """)
        try write("apus.yaml", "clients: [{ name: Shop, spec: shop.yaml, output: out }]\n")
        try write("traffic.har", Self.har([#"{"size":"s3cret-size","nick":"s3cret-name"}"#, #"{"nick":"other"}"#]))
        try write("same.har", Self.har([#"{"size":"small"}"#]))
    }

    private static func har(_ bodies: [String]) -> String {
        let entries = bodies.map { body in
            let text = body.replacing("\"", with: "\\\"")
            return """
                { "request": { "method": "GET", "url": "https://shop.example.com/v1/pets?s3cret-key" , "headers": [] },
                  "response": { "status": 200, "headers": [{ "name": "Via", "value": "s3cret" }],
                    "content": { "mimeType": "application/json", "text": "\(text)" } } }
                """
        }
        return "{ \"log\": { \"version\": \"1.2\", \"entries\": [\(entries.joined(separator: ","))] } }"
            .replacing("?s3cret-key", with: "")
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    @Test func differencesAreOneAndValuesAreHidden() async throws {
        let outcome = try await Tool.run(["drift", "traffic.har", "--client", "Shop"], in: folder)
        #expect(outcome.status == 1)
        #expect(
            outcome.output == """
                shop.yaml:12:23: warning: the response 200 of GET /pets has a member "nick" that is not documented, a string (2 times) [undocumented-member]
                                  schema: { type: object, properties: { size: { type: string, enum: [small] } } …
                                          ^
                  at #/paths/~1pets/get/responses/200/content/application~1json/schema/properties/nick
                shop.yaml:12:59: warning: the response 200 of GET /pets has a string that is none of the documented values at /size (once) [undocumented-value]
                                  schema: { type: object, properties: { size: { type: string, enum: [small] } } }
                                                                              ^
                  at #/paths/~1pets/get/responses/200/content/application~1json/schema/properties/size
                shop.yaml: 2 differences in 2 exchanges

                """)
        let quiet = try await Tool.run(["drift", "traffic.har", "same.har", "--quiet"], in: folder)
        #expect(quiet.status == 1 && quiet.output == "shop.yaml: 2 differences in 3 exchanges\n", "\(quiet)")
    }

    @Test(arguments: ["text", "json", "sarif", "github"]) func everyFormatIsPrinted(format: String) async throws {
        let outcome = try await Tool.run(
            ["drift", "traffic.har", "--spec", "shop.yaml", "--format", format], in: folder)
        #expect(outcome.status == 1 && outcome.output.hasSuffix("\n"))
        #expect(outcome.output.contains("undocumented-member") && outcome.output.contains("nick"))
        #expect(!(outcome.output + outcome.errors).contains("s3cret"))
    }

    @Test func theOverlayAcceptsWhatWasSeen() async throws {
        let outcome = try await Tool.run(
            ["drift", "traffic.har", "--spec", "shop.yaml", "--write-overlay", "seen.yaml"], in: folder)
        #expect(outcome.status == 1 && outcome.errors.hasPrefix("wrote seen.yaml; "), "\(outcome)")
        let overlay = try String(contentsOf: folder.appending(path: "seen.yaml"), encoding: .utf8)
        #expect(overlay.contains("nick:") && !overlay.contains("s3cret"))
        let accepted = try await Tool.run(
            ["drift", "traffic.har", "--spec", "shop.yaml", "--overlay", "seen.yaml"], in: folder)
        #expect(accepted.status == 0, "\(accepted)")
        #expect(accepted.output == "shop.yaml: no differences in 2 exchanges\n")
        let again = try await Tool.run(
            ["drift", "traffic.har", "--client", "Shop", "--write-overlay", "seen.yaml"], in: folder)
        #expect(again.status == 2 && again.errors.contains("there is a file seen.yaml already"))
    }

    /// A recording that cannot be read is named with the place, and without its text.
    @Test(arguments: [
        (#"{ "log": { "entries": [ s3cret: "#, "bad.har:1:"),
        (#"{ "s3cret": 1 }"#, "bad.har:1:1: this is no HTTP Archive"),
        (#"{ "log": { "entries": [{ "s3cret": 1 }] } }"#, "bad.har:1:24: this is no HTTP Archive"),
    ])
    func aRecordingThatCannotBeReadIsAFinding(text: String, words: String) async throws {
        try write("bad.har", text)
        let outcome = try await Tool.run(["drift", "bad.har", "--client", "Shop"], in: folder)
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(words) && !outcome.errors.contains("s3cret"), "\(outcome.errors)")
    }

    @Test(arguments: [
        [], ["traffic.har", "--client", "Nobody"], ["traffic.har", "--client", "Shop", "--spec", "shop.yaml"],
        ["-", "-"], ["traffic.har", "--quiet", "--format", "json"], ["-", "--spec", "-"],
    ])
    func whatCannotBeUsedIsUsage(arguments: [String]) async throws {
        let outcome = try await Tool.run(["drift"] + arguments, in: folder)
        #expect(outcome.status == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
    }
}
