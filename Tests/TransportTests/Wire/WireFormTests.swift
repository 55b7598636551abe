import ApusRuntime
import Foundation
import Testing
import Wire

/// Forms, multipart bodies and parameters as a real server receives them.
@Suite struct WireFormTests {
    @Test(arguments: TransportKind.allCases) func form(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            let order = Order(
                name: "Ada & Co", amount: 1.5, tags: ["a", "b"], piped: ["x", "y"], spaced: ["x", "y"],
                filter: Filter(name: "n", range: Color(r: 1, g: 2), tags: ["t"]), next: "/a?b=c", labels: ["p"],
                details: Details(id: "d"))
            let text = try await client.sendForm(order)
            #expect(
                text == """
                    POST /forms
                    application/x-www-form-urlencoded

                    name=Ada+%26+Co&amount=1.5&tags=a&tags=b&piped=x%7Cy&spaced=x%20y&\
                    filter%5Bname%5D=n&filter%5Brange%5D%5BR%5D=1&filter%5Brange%5D%5BG%5D=2&filter%5Btags%5D%5B%5D=t&\
                    next=/a?b%3Dc&labels=%22p%22&details=%7B%22id%22%3A%22d%22%7D
                    """)
        }
    }

    @Test(arguments: TransportKind.allCases) func upload(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            let text = try await client.upload(
                Upload.Body(
                    file: FilePart(.text("PNG"), name: "a.png", contentType: "image/png"), title: "T", count: 2,
                    tags: ["x", "y"], csv: [1, 2], thumbnails: [FilePart(.text("1")), FilePart(.text("2"))],
                    details: Details(id: "d"), history: [Details(id: "h")], note: "# n"), fileRotation: 90)
            #expect(text == Self.uploaded)
        }
    }

    private static let uploaded = """
        POST /uploads
        multipart/form-data; boundary=B

        --B
        Content-Disposition: form-data; name="file"; filename="a.png"
        Content-Type: image/png
        X-Rotation: 90
        X-Origin: camera

        PNG
        --B
        Content-Disposition: form-data; name="title"

        T
        --B
        Content-Disposition: form-data; name="count"

        2
        --B
        Content-Disposition: form-data; name="tags"

        x
        --B
        Content-Disposition: form-data; name="tags"

        y
        --B
        Content-Disposition: form-data; name="csv"

        1,2
        --B
        Content-Disposition: form-data; name="thumbnails"; filename="thumbnails"
        Content-Type: image/png

        1
        --B
        Content-Disposition: form-data; name="thumbnails"; filename="thumbnails"
        Content-Type: image/png

        2
        --B
        Content-Disposition: form-data; name="details"
        Content-Type: application/json

        {"id":"d"}
        --B
        Content-Disposition: form-data; name="history"
        Content-Type: application/json

        {"id":"h"}
        --B
        Content-Disposition: form-data; name="note"
        Content-Type: text/markdown

        # n
        --B--

        """

    @Test(arguments: TransportKind.allCases) func mixed(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            let text = try await client.uploadMixed(
                UploadMixed.Body(item0: Details(id: "d"), item1: FilePart(.text("PNG")), rest: ["a,b"]))
            #expect(
                text == """
                    POST /uploads/mixed
                    multipart/mixed; boundary=B

                    --B
                    Content-Type: application/json

                    {"id":"d"}
                    --B
                    Content-Type: image/png

                    PNG
                    --B
                    Content-Type: text/csv

                    a,b
                    --B--

                    """)
        }
    }

    /// A file is sent in chunks from the file system to the socket, alone and as a part, and its progress is reported.
    @Test(arguments: TransportKind.allCases) func files(kind: TransportKind) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString)").path()
        let bytes = Data(repeating: 65, count: 1 << 20)
        try bytes.write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await WireServer.run(kind) { client in
            let progress = Progress()
            let body = try APIBody.file(path).reporting { progress.note($0) }
            #expect(body.length == 1 << 20)
            let count = try await client.uploadRaw(body: body)
            #expect(count == 1 << 20)
            #expect(await progress.last() == 1 << 20)
            let text = try await client.upload(
                Upload.Body(file: .file(path, contentType: "image/png"), title: "T"))
            #expect(text.contains("filename=\"\(path.split(separator: "/").last ?? "")\""))
            #expect(text.utf8.filter { $0 == 65 }.count >= 1 << 20)
        }
        #expect(throws: FileProblem.self) { try APIBody.file("/no/such/file") }
    }

    @Test(arguments: TransportKind.allCases) func parameters(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            let color = Color(r: 1, g: 2)
            let text = try await client.sendParameters(
                simple: color, simpleList: color, label: ["a", "b"], matrix: ["x", "y/z"], form: color,
                joined: ["a", "b,c"],
                spaced: ["a", "b"], piped: ["a", "b"], deep: Filter(name: "n", range: color, tags: ["t"]), json: color,
                next: "/a?b", flag: "", list: [1, 2], color: color, session: "s t", ids: [1, 2], body: "hi")
            #expect(
                text == """
                    QUERY /parameters/R,1,G,2/R=1,G=2/.a,b/;matrix=x;matrix=y%2Fz?R=1&G=2&joined=a,b%2Cc&spaced=a%20b&\
                    piped=a%7Cb&deep%5Bname%5D=n&deep%5Brange%5D%5BR%5D=1&deep%5Brange%5D%5BG%5D=2&deep%5Btags%5D%5B%5D=t&\
                    json=%7B%22R%22%3A1%2C%22G%22%3A2%7D&next=/a?b&flag=
                    X-List: 1,2
                    X-Color: R=1,G=2
                    Cookie: session=s%20t; ids=1,2
                    application/json

                    "hi"
                    """)
        }
    }

    @Test(arguments: TransportKind.allCases) func wholeQueries(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            let text = try await client.sendWholeQuery(query: Order(name: "a b", tags: ["x", "y"]))
            #expect(text.hasPrefix("GET /whole?name=a+b&tags=x&tags=y\n"))
            let json = try await client.copyWhole(query: Color(r: 1, g: 2))
            #expect(json.hasPrefix("COPY /whole?%7B%22R%22%3A1%2C%22G%22%3A2%7D\n"))
        }
    }

    private final class Progress: Sendable {
        private let (values, continuation) = AsyncStream<Int64>.makeStream()

        func note(_ value: Int64) { continuation.yield(value) }

        /// The last one reported; call it once, at the end.
        func last() async -> Int64? {
            continuation.finish()
            var last: Int64?
            for await value in values { last = value }
            return last
        }
    }
}
