import ApusModel

extension PetsModel {
    static func json(_ type: TypeRef) -> Payload {
        Payload(caseName: "json", contentType: "application/json", coding: .json, type: type)
    }

    static func ok(_ payloads: [Payload]) -> ResponseCase {
        ResponseCase(name: "ok", status: .code(200), payloads: payloads)
    }

    static var fetchPet: OperationDecl {
        var decl = OperationDecl(
            id: "fetchPet", typeName: "FetchPet", methodName: "fetchPet", group: "Pets", httpMethod: "GET",
            path: "/pets/{pet_id}", success: .single(ok([json(.named(id("Pet")))])), failure: .shared(0))
        decl.accepts = ["application/json"]
        decl.doc = Doc(summary: "One pet.")
        decl.security = [
            SecurityAlternative(schemes: [.init(name: "bearerAuth", scopes: [])]),
            SecurityAlternative(schemes: [.init(name: "oauth2", scopes: ["pets:read"])]),
        ]
        decl.parameters = [
            ParameterDecl(
                name: "petID", key: "pet_id", location: .path, type: .scalar(.string), isRequired: true,
                style: "simple", explode: false),
            ParameterDecl(
                name: "expand", key: "expand", location: .query, type: .array(.scalar(.string)), isRequired: false,
                style: "form", explode: false),
            ParameterDecl(
                name: "order", key: "order", location: .query, type: .named(TypeID("order")), isRequired: false,
                style: "form", explode: true),
            ParameterDecl(
                name: "ifMatch", key: "If-Match", location: .header, type: .scalar(.string), isRequired: false,
                style: "simple", explode: false),
        ]
        decl.nested = [
            .enumeration(
                EnumDecl(
                    header: TypeHeader(id: TypeID("order"), name: "Order"), rawType: .scalar(.string),
                    cases: [EnumDecl.Case(name: "ascending", raw: .string("asc"))]))
        ]
        return decl
    }

    static var createPet: OperationDecl {
        var decl = OperationDecl(
            id: "createPet", typeName: "CreatePet", methodName: "createPet", group: "Pets", httpMethod: "POST",
            path: "/pets",
            success: .several(
                typeName: "Response",
                cases: [
                    ok([json(.named(id("Pet")))]),
                    ResponseCase(
                        name: "created", status: .code(201),
                        payloads: [
                            json(.named(id("Pet"))),
                            Payload(caseName: "text", contentType: "text/plain", coding: .text, type: .scalar(.string)),
                        ], payloadTypeName: "CreatedBody"),
                    ResponseCase(name: "noContent", status: .code(204), payloads: []),
                ]), failure: .undocumented)
        decl.accepts = ["application/json", "text/plain"]
        decl.body = BodyDecl(name: "body", isRequired: true, alternatives: [json(.named(id("Pet")))])
        return decl
    }

    static var deletePet: OperationDecl {
        var decl = OperationDecl(
            id: "deletePet", typeName: "DeletePet", methodName: "deletePet", group: "Pets", httpMethod: "DELETE",
            path: "/pets", success: .single(ResponseCase(name: "noContent", status: .code(204), payloads: [])),
            failure: .shared(0))
        decl.deprecation = Deprecation(message: "Gone soon.")
        return decl
    }

    static var uploadPet: OperationDecl {
        var decl = OperationDecl(
            id: "uploadPet", typeName: "UploadPet", methodName: "uploadPet", group: "Pets", httpMethod: "PUT",
            path: "/pets/photo",
            success: .single(
                ok([Payload(caseName: "bytes", contentType: "image/png", coding: .stream, type: .scalar(.data))])),
            failure: .shared(0))
        decl.accepts = ["image/png"]
        decl.body = BodyDecl(
            name: "body", isRequired: false,
            alternatives: [
                json(.named(id("Pet"))),
                Payload(caseName: "png", contentType: "image/png", coding: .bytes, type: .scalar(.data)),
            ])
        return decl
    }

    static var failure: FailureDecl {
        FailureDecl(
            name: "StandardFailure",
            cases: [
                ResponseCase(name: "other", status: .otherwise, payloads: [json(.json)]),
                ResponseCase(name: "clientError", status: .range(4), payloads: [json(.named(id("Nothing")))]),
                ResponseCase(name: "unauthorized", status: .code(401), payloads: []),
            ], doc: Doc(summary: "Failures of most operations."))
    }

    static var model: APIModel {
        var model = APIModel(
            module: "Pets",
            source: SourceInfo(
                path: "specs/pets.yaml", title: "Pets", version: "1", doc: Doc()),
            client: ClientDecl(name: "PetsClient", doc: Doc(summary: "Pets."), product: "Pets/1"),
            servers: ServersDecl(
                typeName: "PetsServer",
                servers: [
                    ServerDecl(name: "production", url: "https://api.pets.test", doc: Doc(summary: "Production.")),
                    ServerDecl(
                        name: "regional", url: "https://{region}.pets.test",
                        variables: [
                            ServerDecl.Variable(
                                name: "region", key: "region", type: .scalar(.string), defaultValue: .string("eu"))
                        ]),
                ], defaultServer: 0),
            credentials: CredentialsDecl(
                typeName: "PetsCredentials",
                schemes: [
                    SecuritySchemeDecl(name: "bearerAuth", key: "bearerAuth", kind: .http(scheme: "bearer")),
                    SecuritySchemeDecl(name: "basicAuth", key: "basicAuth", kind: .http(scheme: "basic")),
                    SecuritySchemeDecl(name: "key", key: "key", kind: .apiKey(name: "x-key", location: .header)),
                ]))
        model.operations = [fetchPet, createPet, deletePet, uploadPet]
        model.failures = [failure]
        model.types = [
            .structure(pet), .structure(owner), .structure(empty), .union(animal), .union(target),
            .enumeration(level),
        ]
        model.names = [
            id("Pet"): ["Pet"], id("Pet/status"): ["Pet", "Status"], id("Owner"): ["Owner"],
            id("Nothing"): ["Nothing"], id("Animal"): ["Animal"], id("Target"): ["Target"], id("Level"): ["Level"],
            TypeID("order"): ["FetchPet", "Order"],
        ]
        model.files = [
            FilePlan(path: "PetsClient.swift", content: .client),
            FilePlan(path: "Servers.swift", content: .servers),
            FilePlan(path: "Credentials.swift", content: .credentials),
            FilePlan(path: "Failures.swift", content: .failures([0])),
            FilePlan(path: "Operations/Pets.swift", content: .operations([0, 1, 2, 3])),
            FilePlan(path: "Models/Models1.swift", content: .types([0, 1, 2, 3, 4, 5])),
            FilePlan(path: "Models/Models2.swift", content: .types([])),
            FilePlan(path: "README.md", content: .readme),
        ]
        return model
    }
}
