import ApusContract
import Testing

/// Requests, statuses and content types, with the cases that are no difference.
struct ExchangeTests {
    static let document = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        servers:
          - { url: "https://{region}.example.com/{base}/v1", variables: { region: { default: eu }, base: { default: api } } }
        security: [{ key: [] }]
        paths:
          /pets:
            parameters:
              - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { name: { type: string } } } }
              - { name: page, in: query, schema: { type: object, properties: { size: { type: integer } } } }
              - { name: limit, in: query, schema: { type: integer } }
              - { name: sort, in: query, schema: { type: string, enum: [up, down] } }
              - { name: "ids[]", in: query, schema: { type: array, items: { type: string } } }
              - { name: X-Trace, in: header, schema: { type: integer } }
            get:
              responses:
                "200": { description: Pets, content: { application/json: { schema: { type: array } } } }
                4XX: { description: Failed, content: { application/json: { schema: { type: object, properties: { error: { type: string } } } } } }
            head: { responses: { "200": { description: Pets } } }
            post:
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, name]
                      properties: { id: { type: string, readOnly: true }, name: { type: string }, secret: { type: string, writeOnly: true } }
                  application/x-www-form-urlencoded: { schema: { type: object, required: [name], properties: { name: { type: string } } } }
              responses:
                "204": { description: Done }
                default: { description: Failed, content: { application/problem+json: {} } }
          /pets/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: fields, in: query, required: true, schema: { type: string } }], responses: { "204": { description: Pet } } } }
          /shops/{id}/pets: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], responses: { "204": { description: Pets } } } }
          /pets/mine: { get: { responses: { "204": { description: Pet } } } }
        components: { securitySchemes: { key: { type: apiKey, in: query, name: api_key } } }
        """

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let exchange: ContractExchange
        let lines: [String]

        init(_ name: String, _ exchange: ContractExchange, _ lines: String...) {
            (testDescription, self.exchange, self.lines) = (name, exchange, lines)
        }
    }

    static let gateway: [(name: String, value: String)] = [
        (name: "Via", value: "1.1 edge"), (name: "Server", value: "x"), (name: "X-Amz-Cf-Id", value: "y"),
        (name: "Access-Control-Allow-Origin", value: "*"), (name: "Cookie", value: "session=z"),
    ]

    static let cases = [
        Case("documented", .answer("[]")),
        Case("base path of a server with variables", .answer("[1]", to: "GET", "https://us.example.com/eu/v1/pets")),
        Case("status", .answer(nil, status: 201), "undocumented-status 201"),
        Case("range", .answer(#"{"error":"x"}"#, status: 429)),
        Case("in a range", .answer(#"{"fault":"x"}"#, status: 429), "undocumented-member fault string"),
        Case("default", .answer("{}", status: 500, type: "application/problem+json", to: "POST", "/pets")),
        Case("not modified", .answer(nil, status: 304)),
        Case("redirect", .answer("<p>", status: 302, type: "text/html")),
        Case("interim", .answer(nil, status: 103)),
        Case("HEAD", .answer("[]", to: "HEAD")), Case("empty body", .answer("")), Case("no body", .answer(nil)),
        Case("204 with a type", .answer("x", status: 204, type: "text/html", to: "GET", "/pets/mine")),
        Case("parameters of types", .answer("[]", type: "Application/JSON; charset=utf-8")),
        Case("suffix", .answer("{}", status: 404, type: "application/problem+json")),
        Case("type", .answer("<p>", type: "text/html; charset=utf-8"), "undocumented-content-type text/html"),
        Case("gateway's headers", .sent(#"{"name":"x"}"#, headers: gateway)),
        Case("read only member", .sent(#"{"name":"x"}"#)),
        Case("write only member", .sent(#"{"name":"x","secret":"y"}"#)),
        Case("missing member", .sent("{}"), "missing-member name"),
        Case("refused request", .sent(#"{"nick":4}"#, status: 422)),
        Case("refused parameters", .answer(#"{"error":"x"}"#, status: 400, to: "GET", "/pets?limit=many&nothing=1")),
        Case("request's type", .sent("x", type: "text/csv"), "undocumented-content-type text/csv"),
        Case("form", .sent("name=x", type: "application/x-www-form-urlencoded")),
        Case(
            "form's fields", .sent("nick=x", type: "application/x-www-form-urlencoded"),
            "undocumented-member nick string", "missing-member name"),
        Case("no request body", .sent("", type: "application/json"), "missing-body"),
        Case("deepObject", .answer("[]", to: "GET", "/pets?filter[name]=x&filter%5Bage%5D%5Bmin%5D=3")),
        Case("exploded object", .answer("[]", to: "GET", "/pets?size=4")),
        Case("array with brackets", .answer("[]", to: "GET", "/pets?ids[]=4&ids%5B%5D=5")),
        Case("credential", .answer("[]", to: "GET", "/pets?api_key=secret")),
        Case("parameter", .answer("[]", to: "GET", "/pets?nothing=1"), "undocumented-parameter nothing"),
        Case("parameter's type", .answer("[]", to: "GET", "/pets?limit=many"), "unexpected-type string"),
        Case("parameter's value", .answer("[]", to: "GET", "/pets?sort=left"), "undocumented-value string"),
        Case(
            "header's type", .sent(#"{"name":"x"}"#, headers: [(name: "x-trace", value: "t")]), "unexpected-type string"
        ),
        Case("missing parameter", .answer(nil, status: 204, to: "GET", "/pets/4"), "missing-parameter fields"),
        Case("path parameter", .answer(nil, status: 204, to: "GET", "/api/x/v1/shops/12/pets")),
        Case(
            "path parameter's type", .answer(nil, status: 204, to: "GET", "/shops/mine/pets"),
            "unexpected-type string"),
        Case("literal before parameter", .answer(nil, status: 204, to: "GET", "/pets/mine")),
    ]

    @Test(arguments: cases) func differs(of example: Case) throws {
        let watched = try Watched(Self.document)
        #expect(watched.lines([example.exchange]) == example.lines)
        let (left, text) = try watched.accept([example.exchange])
        #expect(left.all.isEmpty, "\(left.all) after\n\(text)")
    }

    /// Swagger 2.0 has content types of its own.
    @Test func swaggerAccepts() throws {
        let watched = try Watched(
            """
            swagger: "2.0"
            info: { title: T, version: "1" }
            basePath: /api
            produces: [application/json]
            paths:
              /pets:
                get:
                  responses: { 200: { description: Pets, schema: { type: array, items: { type: string } } } }
                post: { responses: { 204: { description: Done } } }
            """)
        let exchanges: [ContractExchange] = [
            .answer("[4]", to: "GET", "https://x.example.com/api/pets"), .answer("[null]"),
            .answer("<p>", type: "text/html"), .answer("{}", status: 201), .sent("{}"),
            .answer("[]", to: "GET", "/pets?new=1"),
        ]
        #expect(watched.lines(exchanges).count == 6)
        let (left, text) = try watched.accept(exchanges)
        #expect(left.all.isEmpty, "\(left.all) after\n\(text)")
    }

    /// A request alone, as a server checks it.
    @Test func requestsAlone() throws {
        let contract = Contract(try Watched(Self.document).document)
        var found = DifferenceList()
        #expect(contract.check(ContractRequest(method: "GET", url: "/pets?nothing=1"), into: &found))
        #expect(found.all.map(\.difference.kind) == [.parameter])
        #expect(!contract.check(ContractRequest(method: "DELETE", url: "/pets"), into: &found))
    }
}
