import Testing

@testable import ApusRuntime

/// The bytes of multipart bodies (RFC 7578, RFC 2046), and their resistance to hostile names and files.
@Suite struct MultipartTests {
    private func text(
        _ value: JSONValue, parts: [String: FormPart] = [:], type: String = "multipart/form-data"
    ) async throws -> String {
        let request = try WireText.write { $0.multipart(value, parts: parts, contentType: type) }
        return try await Self.normalize(request)
    }

    /// With `B` for the boundary.
    static func normalize(_ request: (request: HTTPRequest, body: APIBody)) async throws -> String {
        let contentType = try #require(request.request.headerFields[.contentType])
        let boundary = try #require(contentType.split(separator: "boundary=").last)
        let bytes = try await request.body.collect()
        #expect(request.body.length == nil || request.body.length == Int64(bytes.count))
        return String(decoding: bytes, as: UTF8.self).replacing(boundary, with: "B").replacing("\r\n", with: "\n")
    }

    @Test func scalarsObjectsAndLists() async throws {
        let body = try await text(["title": "A", "n": 1, "no": nil, "tags": ["x", "y"], "o": ["id": "1"]])
        #expect(
            body == """
                --B
                Content-Disposition: form-data; name="title"

                A
                --B
                Content-Disposition: form-data; name="n"

                1
                --B
                Content-Disposition: form-data; name="no"


                --B
                Content-Disposition: form-data; name="tags"

                x
                --B
                Content-Disposition: form-data; name="tags"

                y
                --B
                Content-Disposition: form-data; name="o"
                Content-Type: application/json

                {"id":"1"}
                --B--

                """)
    }

    @Test func encodings() async throws {
        let value: JSONValue = ["a": ["x", "y"], "b": ["x", "y"], "c": ["x", "y"], "d": ["k": "v"], "e": "# hi"]
        let body = try await text(
            value,
            parts: [
                "a": FormPart(style: .json), "b": FormPart(style: .pipeDelimited, explode: false),
                "c": FormPart(contentType: "application/json"), "d": FormPart(style: .deepObject),
                "e": FormPart(contentType: "text/markdown", headers: [("X-Kind", "note")]),
            ])
        #expect(
            body == """
                --B
                Content-Disposition: form-data; name="a"
                Content-Type: application/json

                ["x","y"]
                --B
                Content-Disposition: form-data; name="b"

                x|y
                --B
                Content-Disposition: form-data; name="c"
                Content-Type: application/json

                "x"
                --B
                Content-Disposition: form-data; name="c"
                Content-Type: application/json

                "y"
                --B
                Content-Disposition: form-data; name="d[k]"

                v
                --B
                Content-Disposition: form-data; name="e"
                Content-Type: text/markdown
                X-Kind: note

                # hi
                --B--

                """)
    }

    @Test func filesWithNamesAndTypes() async throws {
        let named = FilePart(.text("PNG"), name: "a \"b\"\r\nX: 1.png", contentType: "image/png")
        let plain = FilePart(.text("bytes"), headers: [.contentLanguage: "de"])
        let request = try WireText.write { $0.multipart(["one": [named], "two": [plain]]) }
        #expect(
            try await Self.normalize(request) == """
                --B
                Content-Disposition: form-data; name="one"; filename="a %22b%22%0D%0AX: 1.png"
                Content-Type: image/png

                PNG
                --B
                Content-Disposition: form-data; name="two"; filename="two"
                Content-Type: application/octet-stream
                Content-Language: de

                bytes
                --B--

                """)
    }

    @Test func partsWithoutNames() async throws {
        let body = try await text(
            [["id": 1], "a,b"],
            parts: ["*": FormPart(contentType: "text/csv"), "0": FormPart(contentType: "application/json")],
            type: "multipart/mixed")
        #expect(
            body == """
                --B
                Content-Type: application/json

                {"id":1}
                --B
                Content-Type: text/csv

                a,b
                --B--

                """)
    }

    @Test func nothingLeavesItsPart() {
        let file = FilePart(.text("x"), contentType: "image/png\r\nX-Evil: 1")
        #expect(
            WireText.problem { $0.multipart(["f": file]) }
                == "body.header Content-Type of part f: a header cannot hold a carriage return")
        #expect(
            WireText.problem {
                $0.partHeader("X-A", of: "f", "a\nb")
                $0.multipart(["f": "x"])
            } == "body.header X-A of part f: a header cannot hold a line feed")
    }

    @Test func boundariesDiffer() throws {
        let types = try (0..<50).map { _ in
            try WireText.write { $0.multipart(["a": "b"]) }.request.headerFields[.contentType] ?? ""
        }
        #expect(Set(types).count == 50)
    }

    @Test func streamsStayStreams() async throws {
        let pieces = AsyncStream<[UInt8]> { continuation in
            for _ in 0..<3 { continuation.yield([1, 2, 3]) }
            continuation.finish()
        }
        let known = APIBody.stream(pieces, length: 9)
        let request = try WireText.write { $0.multipart(["f": FilePart(known)]) }
        #expect(!request.body.isReplayable)
        #expect(request.body.length.map { $0 > 9 } == true)
        let unknown = try WireText.write { $0.multipart(["f": FilePart(.stream(pieces))]) }
        #expect(unknown.body.length == nil)
        #expect(
            WireText.problem { $0.json(["f": FilePart(known)]) }
                == "body.f: a file that is streamed has no form in JSON")
    }

    @Test func bytesAreBase64InJSON() async throws {
        let file = FilePart(.text("hello"), name: "h.txt")
        #expect(try await WireText.body { $0.json(["f": file]) } == #"{"f":"aGVsbG8="}"#)
        #expect(try FilePart(json: #""aGVsbG8=""#).body.collectNow == Array("hello".utf8))
        // A part that is JSON and has a file inside.
        let nested = try WireText.write { $0.multipart(["o": ["f": file]]) }
        #expect(try await Self.normalize(nested).contains(#"{"f":"aGVsbG8="}"#))
        #expect("\(file)" == "h.txt (5 bytes)")
        #expect(file == FilePart(.text("hello"), name: "h.txt"))
        #expect(file != FilePart(.text("hullo"), name: "h.txt"))
    }
}

extension APIBody {
    var collectNow: [UInt8]? { if case .bytes(let bytes) = content { bytes } else { nil } }
}

/// Multipart and forms as they are received.
@Suite struct ReceivedFormTests {
    private struct Upload: APIObject {
        var title: String
        var count: Int?
        var tags: [String]?
        var file: FilePart?
        var details: [String: Int]?

        init(from object: inout ObjectReader) {
            title = object.required("title")
            count = object.optional("count")
            tags = object.optional("tags")
            file = object.optional("file")
            details = object.optional("details")
        }

        func write(to object: inout ObjectWriter) {
            object.write("title", title)
        }
    }

    private func read(_ body: String, type: String) throws -> Upload {
        var reader = ResponseReader(
            status: 200, headers: [.contentType: type], bytes: Array(body.replacing("\n", with: "\r\n").utf8))
        let upload: Upload = type.hasPrefix("multipart") ? reader.multipart() : reader.form()
        if let problem = reader.problem { throw problem }
        return upload
    }

    @Test func multipart() throws {
        let upload = try read(
            """
            preamble
            --x y
            Content-Disposition: form-data; name="title"

            A
            B
            --x y
            content-disposition: form-data; name=count

            3
            --x y
            Content-Disposition: form-data; name="tags"

            one
            --x y
            Content-Disposition: form-data; name="details"
            Content-Type: application/json

            {"a": 1}
            --x y
            Content-Disposition: form-data; name="file"; filename="a.png"
            Content-Type: image/png

            --not a boundary
            --x y--
            epilogue
            """, type: #"multipart/form-data; boundary="x y""#)
        #expect(upload.title == "A\r\nB")
        #expect(upload.count == 3)
        #expect(upload.tags == ["one"])
        #expect(upload.details == ["a": 1])
        #expect(upload.file == FilePart(.text("--not a boundary"), name: "a.png", contentType: "image/png"))
    }

    /// In JSON a file is its bytes in base64, and it is no text.
    @Test func filesInOtherTypes() {
        let lines = ["--b", "Content-Disposition: form-data; name=f; filename=a", "", "hello", "--b--", ""]
        func reader() -> ResponseReader {
            ResponseReader(
                status: 200, headers: [.contentType: "multipart/form-data; boundary=b"],
                bytes: Array(lines.joined(separator: "\r\n").utf8))
        }
        var first = reader()
        let values: [String: JSONValue] = first.multipart()
        #expect(first.problem == nil)
        #expect(values == ["f": "aGVsbG8="])
        var second = reader()
        let _: [String: String] = second.multipart()
        #expect(second.problem?.path == "f" && second.problem?.found == "an object")
    }

    @Test func form() throws {
        let upload = try read("title=a+b%26c&count=3&tags=x&tags=y", type: "application/x-www-form-urlencoded")
        #expect(upload.title == "a b&c")
        #expect(upload.count == 3)
        #expect(upload.tags == ["x", "y"])
    }

    @Test func problems() {
        #expect(throws: DecodingProblem.self) { try read("title=a&count=x", type: "application/x-www-form-urlencoded") }
        #expect(throws: DecodingProblem.self) { try read("nothing", type: "multipart/form-data") }
        #expect(throws: DecodingProblem.self) { try read("nothing", type: "multipart/form-data; boundary=b") }
    }

    /// Cut off anywhere, a body is a value or a problem.
    @Test func everyTruncation() {
        let body = Array("--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA\r\n--b--\r\n".utf8)
        for end in 0...body.count {
            var reader = ResponseReader(
                status: 200, headers: [.contentType: "multipart/mixed; boundary=b"], bytes: Array(body[..<end]))
            let upload: Upload = reader.multipart()
            #expect(reader.problem != nil || upload.title == "A" || !upload.title.contains("--b--"))
        }
    }
}
