import ApusModel
import Testing

@testable import ApusEmission

@Suite("Templates of a user's own")
struct TemplateOverrideTests {
    private static func emit(_ overrides: [String: String]) throws(EmissionError) -> String {
        var model = APIModel(
            module: "Pets", source: SourceInfo(path: "", title: "", version: "", doc: Doc()),
            client: ClientDecl(name: "PetsClient", doc: Doc(), product: "Pets"),
            servers: ServersDecl(typeName: "PetsServer", servers: [], defaultServer: nil),
            credentials: CredentialsDecl(typeName: "PetsCredentials", schemes: []))
        model.types = [
            .alias(AliasDecl(header: TypeHeader(id: TypeID("a"), name: "Names"), target: .array(.scalar(.string))))
        ]
        model.files = [FilePlan(path: "Names.swift", content: .types([0]))]
        return try Emission.emit(model, options: EmissionOptions(templateOverrides: overrides))[0]
            .contents
    }

    @Test("replace Apus's own, with or without a first line that names their purpose")
    func replaces() throws {
        #expect(
            try Self.emit(["alias": "{{! AliasContext }}\n{{access}}typealias {{name}} = [{{String}}]"]).hasSuffix(
                "\n\npublic typealias Names = [String]\n"))
        #expect(
            try Self.emit(["alias": "{{access}}typealias {{name}} = Array<{{String}}> // <>"]).hasSuffix(
                "public typealias Names = Array<String> // <>\n"))
    }

    @Test("are refused under a name that is none of ours, and with a tag that nothing answers")
    func refuses() {
        #expect { try Self.emit(["aliass": ""]) } throws: { "\($0)".hasPrefix("no template is named aliass.mustache") }
        #expect(throws: EmissionError.unknownTag(template: "alias", tag: "nane", known: AliasContext.tags)) {
            try Self.emit(["alias": "typealias {{nane}}"])
        }
        #expect { try Self.emit(["alias": "{{! AliasContext }}\n{{#doc}}"]) } throws: {
            "\($0)" == "alias.mustache: line 2: the section doc is never closed"
        }
    }

    @Test("call others as partials, which may not call themselves")
    func partials() throws {
        #expect(
            try Self.emit(["alias": "enum Outer {\n    {{> xml}}\n}", "xml": "// {{#String}}\n// {{/String}}\n"])
                .hasSuffix(
                    "enum Outer {\n    // \n    // \n}\n"))
        #expect { try Self.emit(["alias": "{{> xml}}", "xml": "{{> alias}}"]) } throws: {
            "\($0)".hasSuffix("never comes to an end")
        }
        #expect { try Self.emit(["alias": "{{> aliases}}"]) } throws: {
            "\($0)" == "alias.mustache: no template is named aliases"
        }
    }
}
