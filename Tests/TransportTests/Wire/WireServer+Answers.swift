import ApusRuntime
import Hummingbird

extension WireServer {
    static func addDownloads(to router: Router<BasicRequestContext>) {
        router.get("downloads/:name") { _, context in
            switch context.parameters.get("name") {
            case "missing":
                var response = answer(#"{"id": "gone"}"#, type: "application/json", status: .notFound)
                response.headers[fields: "X-Hint"] = "elsewhere"
                return response
            case "broken": return answer("", type: nil, status: .badGateway)
            case "odd": return answer("moved", type: "text/plain", status: .gone)
            default:
                let headers: [(String, String)] = [
                    ("X-Count", "3"), ("X-Tags", "a, b"), ("X-Color", "R=1,G=2"), ("X-Until", "2024-05-01T09:30:00Z"),
                    ("X-Meta", #"{"id": "m"}"#),
                ]
                var response = Response(
                    status: .ok,
                    body: .init { writer in
                        for index in 0..<64 {
                            try await writer.write(ByteBuffer(repeating: UInt8(index), count: 65_536))
                        }
                        try await writer.finish(nil)
                    })
                for (name, value) in headers { response.headers[fields: name] = value }
                return response
            }
        }
        router.get("answers/:kind") { _, context in
            switch context.parameters.get("kind") {
            case "json": return json(#"{"id": "a", "size": 1}"#)
            case "untyped": return answer(#"{"id": "a"}"#, type: nil)
            case "mistyped": return answer(#"{"id": "a"}"#, type: "text/html")
            case "csv": return answer("a,b", type: "text/csv; charset=utf-8")
            case "form": return answer("name=a+b&tags=x&tags=y&amount=1.5", type: "application/x-www-form-urlencoded")
            case "multipart":
                let body =
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                    + "hi\r\n--b\r\nContent-Disposition: form-data; name=\"details\"\r\nContent-Type: application/json\r\n\r\n"
                    + "{\"id\": \"d\"}\r\n--b\r\nContent-Disposition: form-data; name=\"count\"\r\n\r\n7\r\n--b--\r\n"
                return answer(body, type: "multipart/form-data; boundary=b")
            case "later": return answer("", type: nil, status: .accepted)
            default: return answer("\"x\"", type: "application/json", status: .nonAuthoritativeInformation)
            }
        }
    }

    static func addStreams(to router: Router<BasicRequestContext>) {
        // Three events for each connection, then an interruption; after "6" there are no more.
        router.get("events/:topic") { request, _ in
            let last = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }.flatMap(Int.init) ?? 0
            if last >= 6 { return Response(status: .noContent) }
            return stream(
                "text/event-stream",
                ["retry: 1\n\n"]
                    + (last + 1...last + 3).map { "id: \($0)\nevent: tick\ndata: {\"id\": \"e\($0)\"}\n\n" })
        }
        router.post("chat") { request, _ in
            let body = try await request.body.collect(upTo: 1000)
            if String(buffer: body).contains("false") { return json(#"{"id": "whole"}"#) }
            return stream(
                "text/event-stream",
                ["data: {\"id\":", " \"one\"}\n\nda", "ta: {\"id\": \"two\"}\n\n", "data: [DONE]\n\n"])
        }
        router.get("ticks") { _, _ in
            stream("text/event-stream", ["event: tick\nid: 7\nretry: 5\ndata: x\ndata: y\n\n"])
        }
        router.get("lines") { _, _ in
            stream("application/jsonl", ["{\"id\": \"1\"}\n{\"id", "\": \"2\"}\n{\"size\": 3}\n{\"id\": \"4\"}"])
        }
        router.get("sequence") { _, _ in
            stream("application/json-seq", ["\u{1E}{\"id\": \"1\"}\n\u{1E}{\"id\": \"2\"", "}\n"])
        }
    }

    private static func stream(_ type: String, _ pieces: [String]) -> Response {
        Response(
            status: .ok, headers: [.contentType: type],
            body: .init { writer in
                for piece in pieces {
                    try await writer.write(ByteBuffer(string: piece))
                    try await Task.sleep(for: .milliseconds(5))
                }
                try await writer.finish(nil)
            })
    }
}

extension HTTPFields {
    fileprivate subscript(fields name: String) -> String? {
        get { HTTPField.Name(name).flatMap { self[$0] } }
        set { if let field = HTTPField.Name(name) { self[field] = newValue } }
    }
}
