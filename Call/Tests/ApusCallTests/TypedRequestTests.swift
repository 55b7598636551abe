import ApusRuntime
import Foundation
import HTTPTypes
import Testing

@testable import ApusCall

/// Styles, dates in headers and multipart bodies, which the vendors do not have, against types as generated code declares them.
struct TypedRequestTests {
    private let shop: ShopDocument
    private let variables = ["APUS_SHOP_LOGIN": "t", "PIN": "1234"]

    init() throws {
        shop = try ShopDocument()
    }

    private struct Range: APIObject {
        var from: Date?
        var to: Int?

        init(from: Date?, to: Int?) {
            self.from = from
            self.to = to
        }

        init(from object: inout ObjectReader) {
            from = object.optional("from")
            to = object.optional("to")
        }

        func write(to object: inout ObjectWriter) {
            object.write("from", from)
            object.write("to", to)
        }
    }

    private struct FindItems: APIOperation {
        typealias Failure = UndocumentedFailure
        static let descriptor = OperationDescriptor(
            id: "findItems", method: .get, path: "/items/{kinds}", accept: ["text/plain"])
        let date: Date

        func encode(into request: inout RequestWriter) {
            request.path("kinds", ["a b", "c;d"], style: .matrix, explode: true)
            request.query("range", Range(from: date, to: 3), style: .deepObject)
            request.query("tags", ["x|y", "z"], style: .pipeDelimited, explode: false)
            request.header("If-Modified-Since", date)
            request.header("pin", SecretString("1234"))
            request.query("open", true)
            request.cookie("lang", "en")
        }

        static func decode(_ response: inout ResponseReader) -> String { response.text() }
    }

    private func headers(_ request: HTTPRequest) -> [String] {
        request.headerFields.map { "\($0.name): \($0.value)" }.sorted()
    }

    @Test func stylesAreThoseOfTheRuntime() async throws {
        let date: Date = try read("\"2026-02-03T04:05:06Z\"")
        let (expected, _) = try FindItems(date: date).request(server: "https://shop.test/api")
        let desk = Desk(variables: variables)
        let words = [
            "find-items", "--kinds", "a b", "--kinds", "c;d", "--range", #"{"to": 3, "from": "2026-02-03T04:05:06Z"}"#,
            "--tags", #"["x|y", "z"]"#, "--if-modified-since", "2026-02-03T04:05:06Z", "--pin", "env:PIN", "--open",
            "--lang=en",
            "--attempts", "1",
        ]
        _ = await desk.run(words, spec: shop.path)
        let sent = try #require(desk.sent.all.first, "\(desk.errors)")
        #expect(sent.line == "GET https://shop.test" + (expected.path ?? ""))
        let others = sent.headers.filter { !$0.hasPrefix("User-Agent") && !$0.hasPrefix("Authorization") }
        #expect(others == headers(expected))
    }

    private struct Upload: APIObject {
        var title: String
        var sizes: [Int]
        var owner: JSONValue
        var file: FilePart

        init(title: String, sizes: [Int], owner: JSONValue, file: FilePart) {
            (self.title, self.sizes, self.owner, self.file) = (title, sizes, owner, file)
        }

        init(from object: inout ObjectReader) {
            title = object.required("title")
            sizes = object.required("sizes")
            owner = object.required("owner")
            file = object.required("file")
        }

        func write(to object: inout ObjectWriter) {
            object.write("title", title)
            object.write("sizes", sizes)
            object.write("owner", owner)
            object.write("file", file)
        }
    }

    private struct UploadFile: APIOperation {
        typealias Failure = UndocumentedFailure
        static let descriptor = OperationDescriptor(id: "uploadFile", method: .post, path: "/files")
        let body: Upload

        func encode(into request: inout RequestWriter) { request.multipart(body) }
        static func decode(_ response: inout ResponseReader) {}
    }

    /// The bytes with a name for the boundary, which is random.
    private func plain(_ bytes: [UInt8], _ contentType: String?) -> String {
        let boundary = contentType?.split(separator: "=").last.map(String.init) ?? "?"
        return String(decoding: bytes, as: UTF8.self).replacing(boundary, with: "BOUNDARY")
    }

    @Test func partsAreThoseOfTheRuntime() async throws {
        let path = try shop.write("content\r\n--of a file", to: "photo 1.txt")
        let body = Upload(title: "Ä\"b", sizes: [2, 1], owner: ["name": "Ada"], file: try .file(path))
        let (request, expected) = try UploadFile(body: body).request(server: "https://shop.test/api")
        let desk = Desk(variables: variables)
        _ = await desk.run(
            [
                "uploadFile", "--file", path, "--sizes", "2", "--sizes", "1", "--owner", #"{"name":"Ada"}"#, "--title",
                "Ä\"b", "--attempts", "1",
            ],
            spec: shop.path)
        let sent = try #require(desk.sent.all.first, "\(desk.errors)")
        let type = sent.headers.first { $0.hasPrefix("Content-Type") }
        #expect(plain(sent.body, type) == plain(try await expected.collect(), request.headerFields[.contentType]))
        #expect(plain(sent.body, type).contains("photo 1.txt"))
    }

    @Test func bytesAreSentAsTheyAre() async throws {
        let path = try shop.write("\u{1}\u{2}raw", to: "image")
        let desk = Desk(variables: variables)
        let words = ["putRaw", "--body", path, "--content-type", "image/png", "--attempts", "1"]
        _ = await desk.run(words, spec: shop.path)
        let sent = try #require(desk.sent.all.first, "\(desk.errors)")
        #expect(sent.body == Array("\u{1}\u{2}raw".utf8) && sent.headers.contains("Content-Type: image/png"))
    }
}
