import Foundation

/// A document with everything that the vendors' documents have not: styles, files, OAuth, streams, and hostile words.
final class ShopDocument: Sendable {
    let folder: URL

    var path: String { folder.appending(path: "shop.yaml").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "apus-call-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Self.text.utf8).write(to: URL(filePath: path))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private static let text = """
        openapi: 3.2.0
        info: { title: Shop, version: "1" }
        servers: [{ url: "https://shop.test/api" }]
        security: [{ login: [] }]
        paths:
          /items/{kinds}:
            get:
              operationId: findItems
              summary: "Red \\u001b[31m words \\u202e and \\u0007 a bell"
              parameters:
                - { name: kinds, in: path, required: true, style: matrix, explode: true, schema: { type: array, items: { type: string } } }
                - { name: range, in: query, style: deepObject, schema: { type: object, properties: { from: { type: string, format: date-time }, to: { type: integer } } } }
                - { name: tags, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }
                - { name: If-Modified-Since, in: header, schema: { type: string, format: date-time } }
                - { name: pin, in: header, schema: { type: string, format: password } }
                - { name: open, in: query, schema: { type: boolean } }
                - { name: lang, in: cookie, schema: { type: string } }
                - { name: "evil\\r\\nname", in: query, schema: { type: string } }
              responses:
                "200": { description: ok, content: { text/plain: { schema: { type: string } } } }
          /files:
            post:
              operationId: uploadFile
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [title, file]
                      properties:
                        title: { type: string }
                        sizes: { type: array, items: { type: integer } }
                        owner: { type: object, properties: { name: { type: string } } }
                        file: { type: string, format: binary }
              responses: { "204": { description: done } }
          /users:
            post:
              operationId: addUser
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name, password]
                      properties: { name: { type: string }, password: { type: string, format: password } }
              responses: { "204": { description: done } }
          /raw:
            put:
              operationId: putRaw
              requestBody: { required: true, content: { image/*: { schema: { type: string, format: binary } } } }
              responses: { "204": { description: done } }
        components:
          securitySchemes:
            login:
              type: oauth2
              flows:
                authorizationCode:
                  authorizationUrl: https://login.test/authorize
                  tokenUrl: https://login.test/token
                  scopes: {}
                  x-nothing: true
                deviceAuthorization:
                  deviceAuthorizationUrl: https://login.test/device
                  tokenUrl: https://login.test/token
                  scopes: {}

        """
}
