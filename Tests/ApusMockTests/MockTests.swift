import ApusMock
import ApusRuntime
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The behaviour of the server, in process and over a connection alike.
struct MockTests {
    static let token = ["Authorization": "Bearer t"]

    static func shop(_ options: MockOptions = MockOptions(), webhooks: MockWebhooks? = nil) throws -> MockWorkspace {
        try MockWorkspace.load(
            document: Repository.url(of: "Tests/ApusMockTests/shop.yaml").path, options: options, webhooks: webhooks)
    }

    @Test(arguments: MockWay.allCases)
    func whatIsCreatedCanBeFetchedChangedAndDeleted(_ way: MockWay) async throws {
        try await way.run(Self.shop()) { transport, url in
            let pets = "/v1/shops/7/pets"
            let created = try await Mocked.send(
                "POST", pets, Self.token, body: #"{"name": "Ada", "age": 3, "secret": "s"}"#, over: transport, at: url)
            #expect(created.status == 201)
            let id = try #require(try created.json["id"]?.string)
            #expect(created.headers[.location] == "\(pets)/\(id)")
            #expect(try created.json["name"] == "Ada")
            #expect(try created.json["secret"] == nil, "a writeOnly member is in no answer")
            let fetched = try await Mocked.send("GET", "\(pets)/\(id)", Self.token, over: transport, at: url)
            #expect(try fetched.json == created.json)
            let changed = try await Mocked.send(
                "PATCH", "\(pets)/\(id)", Self.token, body: #"{"age": null}"#, over: transport, at: url)
            #expect(try changed.json["age"] == .null && changed.json["name"] == "Ada")
            let again = try await Mocked.send("GET", "\(pets)/\(id)", Self.token, over: transport, at: url)
            #expect(try again.json == changed.json)
            let deleted = try await Mocked.send("DELETE", "\(pets)/\(id)", Self.token, over: transport, at: url)
            #expect(deleted.status == 204 && deleted.body.isEmpty)
            for method in ["GET", "DELETE"] {
                let gone = try await Mocked.send(method, "\(pets)/\(id)", Self.token, over: transport, at: url)
                #expect(gone.status == 404)
            }
        }
    }

    @Test(arguments: MockWay.allCases)
    func pagesAreNumberedUntilTheyEnd(_ way: MockWay) async throws {
        var options = MockOptions()
        options.seeds = 23
        try await way.run(Self.shop(options)) { transport, url in
            let pets = "/shops/7/pets"
            let created = try await Mocked.send(
                "POST", pets, Self.token, body: #"{"name": "Ada"}"#, over: transport, at: url)
            let id = try #require(try created.json["id"]?.string)
            var ids: [String] = []
            for page in ["1", "2.0", "3", "4", "99999999999999999999"] {
                let answer = try await Mocked.send("GET", "\(pets)?page=\(page)", Self.token, over: transport, at: url)
                #expect(answer.status == 200)
                ids += try answer.json["data"]?.array?.compactMap { $0["id"]?.string } ?? []
            }
            #expect(ids.count == 24 && Set(ids).count == 24)
            #expect(ids.contains(id))
            let other = try await Mocked.send("GET", "/shops/8/pets?per_page=50", Self.token, over: transport, at: url)
            let others = try other.json["data"]?.array?.compactMap { $0["id"]?.string } ?? []
            #expect(others.count == 23 && !others.contains(id), "another shop has other pets")
        }
    }

    @Test(arguments: MockWay.allCases)
    func cursorsLeadToTheEnd(_ way: MockWay) async throws {
        try await way.run(Self.shop()) { transport, url in
            var (cursor, ids, rounds): (String?, [Int], Int) = (nil, [], 0)
            repeat {
                let query = cursor.map { "?cursor=\($0)" } ?? ""
                let page = try await Mocked.send("GET", "/notes" + query, Self.token, over: transport, at: url)
                ids += try page.json["notes"]?.array?.compactMap { $0["id"]?.int } ?? []
                cursor = try page.json["next"]?.string
                rounds += 1
            } while cursor != nil && rounds < 10
            #expect(rounds == 3 && ids.count == 25 && Set(ids).count == 25)
            let wrong = try await Mocked.send("GET", "/notes?cursor=x", Self.token, over: transport, at: url)
            #expect(wrong.status == 400 && wrong.text.contains("cursor"))
        }
    }

    /// A link is the address of the next page, with what the request asked for, and is absent on the last page.
    @Test(arguments: MockWay.allCases, ["/photos?per_page=10", "/labels?color=red%20or%20blue"])
    func linksLeadToTheEnd(_ way: MockWay, _ start: String) async throws {
        try await way.run(Self.shop()) { transport, url in
            var (target, ids, rounds): (String?, [Int], Int) = (start, [], 0)
            while let page = target, rounds < 10 {
                let answer = try await Mocked.send("GET", page, Self.token, over: transport, at: url)
                #expect(answer.status == 200, "\(page): \(answer.text)")
                let body = try answer.json
                ids += (body.array ?? body["labels"]?.array ?? []).compactMap { $0["id"]?.int }
                let field = try answer.headers[#require(HTTPField.Name("Link"))]
                let header = field.map { String($0.dropFirst().prefix { $0 != ">" }) }
                #expect(field?.hasSuffix("; rel=\"next\"") ?? true)
                let link = header ?? body["next"]?.string
                #expect(link?.hasPrefix(url + start) ?? true)
                target = link.map { String($0.dropFirst(url.count)) }
                rounds += 1
            }
            #expect(rounds == 3 && ids.count == 25 && Set(ids).count == 25)
        }
    }

    /// Formats of requests are not checked, those of answers are kept.
    @Test(arguments: [("ada@example.test", true), ("", false), ("a@b@c", false), ("a b@example.test", false)])
    func answersHaveTheirFormats(_ email: String, _ isEmail: Bool) async throws {
        let transport = try Self.shop().transport()
        func send(_ method: String, _ target: String, _ body: String? = nil) async throws -> Mocked {
            try await Mocked.send(method, target, Self.token, body: body, over: transport, at: "http://mock.test")
        }
        let created = try await send("POST", "/shops/7/pets", #"{"name": "Ada"}"#)
        let id = try #require(try created.json["id"]?.string)
        let pet = "/shops/7/pets/\(id)"
        let changed = try await send("PATCH", pet, #"{"email": "\#(email)"}"#)
        #expect(changed.status == 200)
        let list = try await send("GET", "/shops/7/pets?per_page=50").json["data"]?.array ?? []
        let listed = list.first { $0["id"]?.string == id }
        for answer in [try changed.json, try await send("GET", pet).json, listed] {
            #expect((answer?["email"]?.string == email) == isEmail, "\(String(describing: answer))")
        }
    }

    @Test func theStoreIsBounded() async throws {
        var options = MockOptions()
        (options.resourceLimit, options.seeds) = (3, 0)
        let transport = try Self.shop(options).transport()
        func send(_ method: String, _ target: String, _ body: String? = nil) async throws -> Mocked {
            try await Mocked.send(method, target, Self.token, body: body, over: transport, at: "http://mock.test")
        }
        let pet = #"{"name": "Ada"}"#
        var ids: [String] = []
        for _ in 0..<3 { ids.append(try #require(try await send("POST", "/shops/7/pets", pet).json["id"]?.string)) }
        let full = try await send("POST", "/shops/7/pets", pet)
        #expect(full.status == 507 && full.text.contains("full"))
        #expect(try await send("PATCH", "/shops/7/pets/\(ids[0])", #"{"name": "Zoe"}"#).json["name"] == "Zoe")
        #expect(try await send("PATCH", "/shops/7/pets/another", #"{"name": "Zoe"}"#).status == 507)
        #expect(try await send("DELETE", "/shops/7/pets/\(ids[1])").status == 204)
        #expect(try await send("POST", "/shops/7/pets", pet).status == 201)
        #expect(try await send("POST", "/shops/7/pets", pet).status == 507)
    }

    @Test func strictServersRefuseWhatIsNotDocumented() async throws {
        let requests: [(method: String, target: String, body: String?, text: String)] = [
            ("GET", "/notes?colour=red", nil, "colour"),
            ("PATCH", "/shops/7/pets/1", #"{"name": "Ada", "colour": "red"}"#, "colour"),
            ("DELETE", "/shops/7/pets/1", "{}", "body"),
        ]
        for isStrict in [false, true] {
            var options = MockOptions()
            options.isStrict = isStrict
            let transport = try Self.shop(options).transport()
            for request in requests {
                let answer = try await Mocked.send(
                    request.method, request.target, Self.token, body: request.body, over: transport,
                    at: "http://mock.test")
                let name = "\(request.method) \(request.target), strict: \(isStrict)"
                #expect((answer.status == 400) == isStrict, "\(name): \(answer.status) \(answer.text)")
                if isStrict { #expect(answer.text.contains(request.text), "\(name): \(answer.text)") }
            }
        }
    }

    /// Each request, the status of its answer, and a text that says where the fault is.
    static let faults: [(method: String, target: String, body: String?, type: String?, status: Int, text: String)] = [
        ("GET", "/nowhere", nil, nil, 404, "path"),
        ("DELETE", "/notes", nil, nil, 405, "method"),
        ("GET", "/shops/x/pets", nil, nil, 400, "shop"),
        ("GET", "/shops/7/pets?page=0", nil, nil, 400, "page"),
        ("GET", "/shops/7/pets?per_page=51", nil, nil, 400, "per_page"),
        ("POST", "/shops/7/pets", nil, nil, 400, "body"),
        ("POST", "/shops/7/pets", "{", nil, 400, "JSON"),
        ("POST", "/shops/7/pets", String(repeating: "[", count: 100_000), nil, 400, "JSON"),
        ("POST", "/shops/7/pets", "{}", nil, 422, "name"),
        ("POST", "/shops/7/pets", #"{"name": 5}"#, nil, 422, "/name"),
        ("POST", "/shops/7/pets", #"{"name": ""}"#, nil, 422, "minLength"),
        ("POST", "/shops/7/pets", #"{"name": "Ada", "nickname": "A"}"#, nil, 422, "nickname"),
        ("POST", "/shops/7/pets", "name=Ada", "application/x-www-form-urlencoded", 415, "body"),
        ("POST", "/picture", "--b\r\n", "multipart/form-data; boundary=b", 400, "body"),
        (
            "POST", "/picture", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n",
            "multipart/form-data; boundary=b", 400, "title"
        ),
    ]

    @Test(arguments: MockWay.allCases)
    func requestsThatDoNotFitAreRefusedWithThePlace(_ way: MockWay) async throws {
        try await way.run(Self.shop()) { transport, url in
            for fault in Self.faults {
                var headers = Self.token
                headers["Content-Type"] = fault.type
                let answer = try await Mocked.send(
                    fault.method, fault.target, headers, body: fault.body, over: transport, at: url)
                let name = "\(fault.method) \(fault.target) \(fault.body?.prefix(40) ?? "")"
                #expect(answer.status == fault.status, "\(name): \(answer.text)")
                #expect(answer.text.contains(fault.text), "\(name): \(answer.text)")
                let reason = try answer.headers[#require(HTTPField.Name("Mock-Problem"))]
                #expect(reason?.contains(fault.text) == true, "\(name)")
            }
            let stranger = try await Mocked.send("GET", "/notes", over: transport, at: url)
            #expect(stranger.status == 401 && stranger.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test(arguments: MockWay.allCases)
    func preferencesChooseTheAnswer(_ way: MockWay) async throws {
        try await way.run(Self.shop()) { transport, url in
            func send(_ target: String, _ preference: String) async throws -> Mocked {
                try await Mocked.send("GET", target, ["Prefer": preference], over: transport, at: url)
            }
            #expect(try await send("/answers", "example=long").json["text"] == "Not today.")
            #expect(try await send("/answers", "example=none").status == 400)
            #expect(try await send("/answers", "code=99").status == 400)
            let busy = try await send("/answers", "code=429")
            #expect(busy.status == 429 && busy.headers[.retryAfter] == "1")
            let start = ContinuousClock.now
            #expect(try await send("/answers", "delay=0.3").status == 200)
            #expect(ContinuousClock.now - start >= .milliseconds(290))
            let patient = ContinuousClock.now
            #expect(try await send("/answers", "delay=30, wait=0.1").status == 200)
            #expect(ContinuousClock.now - patient < .seconds(10))
        }
    }

    @Test(arguments: MockWay.allCases)
    func limitsAreToldBeforeAndAfter(_ way: MockWay) async throws {
        var options = MockOptions()
        options.limit = MockOptions.Limit(requests: 2, window: .seconds(100))
        try await way.run(Self.shop(options)) { transport, url in
            let remaining = try #require(HTTPField.Name("X-RateLimit-Remaining"))
            for left in ["1", "0"] {
                let answer = try await Mocked.send("GET", "/shops/7/pets", Self.token, over: transport, at: url)
                #expect(answer.status == 200 && answer.headers[remaining] == left)
            }
            let refused = try await Mocked.send("GET", "/shops/7/pets", Self.token, over: transport, at: url)
            let wait = try #require(refused.headers[.retryAfter].flatMap { Int($0) })
            #expect(refused.status == 429 && (90...100).contains(wait))
        }
    }

    @Test(arguments: MockWay.allCases)
    func streamsAndFilesArrive(_ way: MockWay) async throws {
        try await way.run(Self.shop()) { transport, url in
            let events = try await Mocked.send("GET", "/events", Self.token, over: transport, at: url)
            #expect(events.headers[.contentType] == "text/event-stream")
            #expect(events.text.components(separatedBy: "\n\n").filter { $0.hasPrefix("data: {") }.count == 3)
            let lines = try await Mocked.send("GET", "/lines", Self.token, over: transport, at: url)
            let ids = try lines.text.split(separator: "\n").map { try JSONValue(json: String($0))["id"]?.int }
            #expect(ids.count == 3 && Set(ids).count == 3)
            let picture = try await Mocked.send("GET", "/picture", Self.token, over: transport, at: url)
            #expect(picture.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            let upload =
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\ny\r\n--b--\r\n"
            let stored = try await Mocked.send(
                "POST", "/picture", Self.token.merging(["Content-Type": "multipart/form-data; boundary=b"]) { $1 },
                body: upload, over: transport, at: url)
            #expect(stored.status == 204, "\(stored.text)")
        }
    }

    @Test(arguments: MockWay.allCases)
    func hostileTextStaysInItsPlace(_ way: MockWay) async throws {
        var options = MockOptions()
        options.bodyLimit = 1_000
        try await way.run(Self.shop(options)) { transport, url in
            let injected = try await Mocked.send(
                "GET", "/notes?cursor=%0D%0ASet-Cookie:%20a=b", Self.token, over: transport, at: url)
            #expect(injected.status == 400 && injected.headers[.setCookie] == nil)
            let long = try await Mocked.send(
                "POST", "/shops/7/pets", Self.token,
                body: #"{"name": ""# + String(repeating: "a", count: 2_000) + "\"}",
                over: transport, at: url)
            #expect(long.status == 413)
            let far = try await Mocked.send(
                "GET", "/notes?cursor=" + String(repeating: "a", count: 20_000), Self.token, over: transport, at: url)
            #expect([414, 431].contains(far.status))
            let climbing = try await Mocked.send("GET", "/../../etc/passwd", Self.token, over: transport, at: url)
            #expect(climbing.status == 404)
            let page = try await Mocked.send(
                "POST", "/__mock/reset", ["Origin": "http://evil.test"], over: transport, at: url)
            #expect(page.status == 403)
        }
    }

    @Test func resetForgets() async throws {
        try await MockWay.inProcess.run(Self.shop()) { transport, url in
            let created = try await Mocked.send(
                "POST", "/shops/7/pets", Self.token, body: #"{"name": "Ada"}"#, over: transport, at: url)
            let id = try #require(try created.json["id"]?.string)
            #expect(try await Mocked.send("POST", "/__mock/reset", over: transport, at: url).status == 204)
            let fetched = try await Mocked.send("GET", "/shops/7/pets/\(id)", Self.token, over: transport, at: url)
            #expect(try fetched.json["name"] != "Ada")
        }
    }
}
