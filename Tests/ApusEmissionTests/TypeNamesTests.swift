import ApusModel
import Testing

@testable import ApusEmission

@Suite("Types are called by the shortest name that means them")
struct TypeNamesTests {
    private static func names(_ paths: [[String]]) -> TypeNames {
        var model = APIModel(
            module: "Pets", source: SourceInfo(path: "", title: "", version: "", doc: Doc()),
            client: ClientDecl(name: "PetsClient", doc: Doc(), product: "Pets"),
            servers: ServersDecl(typeName: "PetsServer", servers: [], defaultServer: nil),
            credentials: CredentialsDecl(typeName: "PetsCredentials", schemes: []))
        for path in paths { model.names[TypeID(path.joined(separator: "."))] = path }
        return TypeNames(model)
    }

    @Test(
        arguments: [
            (["Pet", "Status"], ["Pet"], "Status"),
            (["Pet", "Status"], [], "Pet.Status"),
            (["Pet", "Status"], ["Owner"], "Pet.Status"),
            (["Status"], ["Owner"], "Status"),
            // Inside Pet, Status alone would mean Pet.Status.
            (["Status"], ["Pet"], "Pets.Status"),
            (["Pet", "Status"], ["Pet", "Inner"], "Status"),
            (["Pet"], ["Pet"], "Pet"),
            (["`default`", "Kind"], ["default"], "Kind"),
        ])
    func name(_ path: [String], _ scope: [String], _ expected: String) {
        let names = Self.names([
            ["Pet"], ["Pet", "Status"], ["Pet", "Inner"], ["Status"], ["Owner"], ["`default`", "Kind"],
        ])
        let id = TypeID(path.joined(separator: "."))
        #expect(names.name(of: id, in: Scope(path: scope, depth: scope.count)) == expected)
    }

    @Test("shadowed names are printed with their module, Foundation's through the runtime")
    func shadowed() {
        let words = Vocabulary(shadowed: ["String", "Date", "JSONValue", "Contact"])
        #expect(words["String"] == "Swift.String")
        #expect(words["Date"] == "ApusRuntime.FoundationDate")
        #expect(words["JSONValue"] == "ApusRuntime.JSONValue")
        #expect(words["Int"] == "Int")
    }
}
