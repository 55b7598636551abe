import ApusRuntime
import ApusXML

/// Headers, bodies other than JSON, and time.
extension RuntimeShapes {
    static let headers: [GrowthShape] = [
        redirected("runtime: Location, marks") { "/\(marked($0))?\(marked($0))#\(marked($0))" },
        redirected("runtime: Location, segments") { String(repeating: "/a", count: $0) },
        redirected("runtime: Location, dots") { String(repeating: "/a/..", count: $0) },
        redirected("runtime: Location, scheme") { String(repeating: "a", count: $0) + "://b" },
        answered("runtime: Link, marks", "Link") { "<\(marked($0))>; rel=\"\(marked($0))\"" },
        answered("runtime: Link, links", "Link") { String(repeating: "<a>; rel=\"b c d\", ", count: $0) },
        answered("runtime: Link, parameters", "Link") { "<a>" + String(repeating: "; a=b", count: $0) },
        answered("runtime: Content-Type, marks", "Content-Type") { "\(marked($0))/json; charset=\(marked($0))" },
        answered("runtime: Content-Type, parameters", "Content-Type") { size in
            "application/json" + (0..<size).map { "; a\($0)=b" }.joined()
        },
        answered("runtime: Set-Cookie, marks", "Set-Cookie") { "a=\(marked($0)); Domain=\(marked($0)); \(marked($0))" },
        answered("runtime: Set-Cookie, attributes", "Set-Cookie") { "a=b" + String(repeating: "; Path=/a", count: $0) },
        // The type of a response's fields has at most 65,534.
        GrowthShape(name: "runtime: cookies", last: 40_000) { size in
            let lines = (0..<size).map { HTTPField(name: .setCookie, value: "n\($0)=v; Path=/p\($0)") }
            return .init(bytes: lines.reduce(0) { $0 + $1.value.utf8.count }) {
                try await fetch(HTTPFields(lines), keepsCookies: true)
            }
        },
        listed("runtime: header list, marks") { "\(marked($0)),\(marked($0))" },
        listed("runtime: header list") { String(repeating: "a, ", count: $0) },
    ]

    static let bodies: [GrowthShape] = [
        read("runtime: form keys", "application/x-www-form-urlencoded") { size in
            (0..<size).map { "k\($0)=v" }.joined(separator: "&")
        },
        read("runtime: form keys, equal", "application/x-www-form-urlencoded") { String(repeating: "k=v&", count: $0) },
        read("runtime: form keys, marks", "application/x-www-form-urlencoded") {
            "\(marked($0))=1&\(marked($0 + 1))=2"
        },
        read("runtime: parts", "multipart/form-data; boundary=b") { size in
            (0..<size).map { part("Content-Disposition: form-data; name=\"n\($0)\"") }.joined() + "--b--\r\n"
        },
        read("runtime: part headers", "multipart/form-data; boundary=b") { size in
            part("Content-Disposition: form-data; name=\"n\"" + String(repeating: "\r\nX: y", count: size))
                + "--b--\r\n"
        },
        read("runtime: part headers, marks", "multipart/form-data; boundary=b") { size in
            part("Content-Disposition: form-data; name=\"\(marked(size))\"\r\n\(marked(size)): x") + "--b--\r\n"
        },
        events("runtime: events") { String(repeating: "data: x\n\n", count: $0) },
        events("runtime: lines of an event") { String(repeating: "data: x\n", count: $0) + "\n" },
        events("runtime: events, marks") { "\(marked($0)): x\nevent: \(marked($0))\ndata: \(marked($0))\n\n" },
    ]

    static let xml: [GrowthShape] = [
        xml("runtime: XML items") { root(String(repeating: "<item><name>aaa</name></item>", count: $0)) },
        xml("runtime: XML attributes") { size in "<item \((0..<size).map { "a\($0)='b'" }.joined(separator: " "))/>" },
        xml("runtime: XML names") { size in root((0..<size).map { "<n\($0)/>" }.joined()) },
        xml("runtime: XML namespaces") { size in
            "<item \((0..<size).map { "xmlns:n\($0)='u:\($0)'" }.joined(separator: " "))/>"
        },
        xml("runtime: XML namespaces, one each") { size in
            root((0..<size).map { "<x:e xmlns:x='u:\($0)'/>" }.joined())
        },
        xml("runtime: XML text") { root(String(repeating: "text ", count: $0)) },
        xml("runtime: XML text in pieces") { root(String(repeating: "text<!-- -->", count: $0)) },
        xml("runtime: XML depth") { String(repeating: "<item>", count: $0) },
        xml("runtime: XML name, marks") { "<e\(marked($0))><name>\(marked($0))</name></e\(marked($0))>" },
        xml("runtime: XML start tag") { "<item tint='\(String(repeating: "x", count: $0))'/>" },
        xml("runtime: XML members of another namespace") { size in
            "<item xmlns:e='u:e'>" + String(repeating: "<name>a</name><e:name>b</e:name>", count: size) + "</item>"
        },
    ]

    static let waits: [GrowthShape] = [
        GrowthShape(name: "runtime: calls with a deadline", last: 40_000) { size in
            .init(bytes: size * callBytes) {
                let client = RuntimeClient { _ in .json("[]") }
                for _ in 0..<size {
                    _ = try await client.send(RuntimeClient.Fetch(), options: CallOptions(deadline: .seconds(3_600)))
                }
                return "\(size) calls"
            }
        },
        GrowthShape(name: "runtime: waiters that are cancelled", last: 40_000) { size in
            .init(bytes: size * callBytes) {
                let client = RuntimeClient(middleware: [.rateLimit(1, per: .seconds(3_600))]) { _ in .json("[]") }
                _ = try await client.send(RuntimeClient.Fetch())
                let tasks = (0..<size).map { _ in Task { _ = try? await client.send(RuntimeClient.Fetch()) } }
                try await Task.sleep(for: .milliseconds(50))
                for task in tasks.reversed() { task.cancel() }
                for task in tasks { await task.value }
                return "\(size) waiters"
            }
        },
    ]

    /// A call sends and gets about as much.
    private static let callBytes = 1_000

    private static func part(_ head: String) -> String { "--b\r\n\(head)\r\n\r\nx\r\n" }

    private static func root(_ content: String) -> String { "<item><name>aaa</name>\(content)</item>" }

    private static func fetch(_ fields: HTTPFields, keepsCookies: Bool = false) async throws -> String {
        let jar = CookieJar()
        let client = RuntimeClient(jar: keepsCookies ? jar : nil) { request in
            request.path == "/items" ? .init(headers: fields, bytes: Array("[1]".utf8)) : .json("[2]")
        }
        var count = 0
        for try await _ in client.items(of: RuntimeClient.Fetch()) { count += 1 }
        return "\(count) items, \(jar)"
    }

    private static func answered(
        _ name: String, _ field: String, _ make: @escaping @Sendable (Int) -> String
    ) -> GrowthShape {
        GrowthShape(name: name) { size in
            var fields = HTTPFields()
            if let field = HTTPField.Name(field) { fields[field] = make(size) }
            return .init(bytes: make(size).utf8.count) {
                do {
                    return try await fetch(fields, keepsCookies: field == "Set-Cookie")
                } catch {
                    return "refused"
                }
            }
        }
    }

    private static func redirected(_ name: String, _ make: @escaping @Sendable (Int) -> String) -> GrowthShape {
        GrowthShape(name: name) { size in
            let location = make(size)
            return .init(bytes: location.utf8.count) {
                let client = RuntimeClient { request in
                    request.path == "/items" ? .init(status: .found, headers: [.location: location]) : .json("[1]")
                }
                do {
                    return "\(try await client.send(RuntimeClient.Fetch()))"
                } catch {
                    return "not followed"
                }
            }
        }
    }

    private static func listed(_ name: String, _ make: @escaping @Sendable (Int) -> String) -> GrowthShape {
        GrowthShape(name: name) { size in
            var fields = HTTPFields()
            if let field = HTTPField.Name("X-List") { fields[field] = make(size) }
            return .init(bytes: make(size).utf8.count) {
                let tints: [RuntimeTint]? = fields.list("X-List")
                return "\(Set(tints ?? []).count) values"
            }
        }
    }

    private static func read(
        _ name: String, _ contentType: String, _ make: @escaping @Sendable (Int) -> String
    ) -> GrowthShape {
        GrowthShape(name: name) { size in
            let bytes = Array(make(size).utf8)
            return .init(bytes: bytes.count) {
                var reader = ResponseReader(status: 200, headers: [.contentType: contentType], bytes: bytes)
                let value: JSONValue =
                    contentType.hasPrefix("multipart") ? reader.multipart() : reader.form()
                return "\(value.object?.count ?? 0) members"
            }
        }
    }

    private static func events(_ name: String, _ make: @escaping @Sendable (Int) -> String) -> GrowthShape {
        GrowthShape(name: name) { size in
            let bytes = Array(make(size).utf8)
            return .init(bytes: bytes.count) {
                var reader = ResponseReader(
                    status: 200, headers: [.contentType: "text/event-stream"], bytes: bytes)
                let events: EventStream<String> = reader.events(until: "[DONE]")
                var count = 0
                for try await _ in events { count += 1 }
                return "\(count) events"
            }
        }
    }

    private static func xml(_ name: String, _ make: @escaping @Sendable (Int) -> String) -> GrowthShape {
        GrowthShape(name: name) { size in
            let bytes = Array(make(size).utf8)
            return .init(bytes: bytes.count) {
                do {
                    let coder = XMLCoder(.element("item"), .model(RuntimeItem.self))
                    return "\(try coder.decode(RuntimeItem.self, from: bytes).items?.count ?? 0) items"
                } catch {
                    return "refused"
                }
            }
        }
    }
}
