import Foundation
import Hummingbird
import TestServers
import TestSupport
import Testing

/// `apus update` against a file server that others wrote, and against one that misbehaves.
struct UpdateCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static func document(_ method: String, limit: Int = 10) -> String {
        """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        paths:
          /pets:
            get:
              operationId: \(method)
              parameters: [{ name: limit, in: query, schema: { type: integer, default: \(limit) } }]
              responses: { "204": { description: Done } }

        """
    }

    private func configure(_ settings: String) throws {
        try folder.write("apus.yaml", "clients:\n  - name: Shop\n    output: out\n" + settings)
    }

    private func update(_ arguments: String...) async throws -> ChildProcess {
        try await Tool.run(["update"] + arguments, in: folder.url)
    }

    private var operations: String { folder.read("out/Operations/Operations.swift") ?? "" }

    // MARK: A server of somebody else's

    /// Python's own file server knows `Last-Modified` and answers with 304.
    private func serve(_ body: (String) async throws -> Void) async throws {
        try folder.write("served/shop.yaml", Self.document("listPets"))
        let server = Process()
        let log = folder.url.appending(path: "log")
        try Data().write(to: log)
        server.executableURL = ChildProcess.environment
        server.arguments = [
            "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder.path + "/served",
        ]
        server.standardOutput = try FileHandle(forWritingTo: log)
        server.standardError = server.standardOutput
        try server.run()
        defer { server.terminate() }
        var port: Substring?
        for _ in 0..<500 where port == nil {
            let words = (folder.read("log") ?? "").split(whereSeparator: { " \n".contains($0) })
            port = words.firstIndex(of: "port").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
            if port == nil { try await Task.sleep(for: .milliseconds(20)) }
        }
        try await body("http://127.0.0.1:\(try #require(port))")
    }

    /// The statuses that the server has logged.
    private var statuses: [Substring] {
        (folder.read("log") ?? "").split(separator: "\n").filter { $0.contains("\"GET ") }.map {
            $0.split(separator: "\" ")[1].prefix(3)
        }
    }

    @Test(.needs("python3")) func aNewDocumentIsReportedAndTaken() async throws {
        try await serve { server in
            try configure("    spec: specs/shop.yaml\n    from: \(server)/shop.yaml\n")
            let first = try await update()
            #expect(first.status == 0, "\(first)")
            #expect(first.output.hasPrefix("Shop: this is the first document that is recorded\nShop: 1 operations"))
            #expect(folder.read("specs/shop.yaml") == Self.document("listPets"))
            #expect(operations.contains("func listPets"))
            let lock = try #require(folder.read("apus.lock"))
            #expect(lock.contains("    modified: \"") && lock.contains("    resolved: \"\(server)/shop.yaml\"\n"))

            let second = try await update()
            #expect(second.output.hasPrefix("Shop: the document has not changed\n"), "\(second)")
            #expect(folder.read("apus.lock") == lock)
            #expect(statuses == ["200", "304"])

            try folder.write("served/shop.yaml", Self.document("findPets", limit: 20))
            let later = Date(timeIntervalSinceNow: 10)
            try FileManager.default.setAttributes(
                [.modificationDate: later], ofItemAtPath: folder.path + "/served/shop.yaml")
            let report = """
                Shop: there is a new document
                breaking   listPets is now findPets                       specs/shop.yaml:5
                           keep the name with rename: { findPets: listPets }
                silent     findPets: limit defaults to 20, was 10         specs/shop.yaml:7
                1 breaking, 1 silent · a new major version
                """
            let rehearsal = try await update("--dry-run")
            #expect(rehearsal.status == 0)
            #expect(Self.words(rehearsal.output).hasPrefix(Self.words(report)), "\(rehearsal.output)")
            #expect(rehearsal.output.contains("would be written"))
            #expect(folder.read("specs/shop.yaml") == Self.document("listPets"))
            #expect(folder.read("apus.lock") == lock && operations.contains("func listPets"))

            let third = try await update("Shop")
            #expect(third.status == 0 && Self.words(third.output).hasPrefix(Self.words(report)), "\(third)")
            #expect(folder.read("specs/shop.yaml") == Self.document("findPets", limit: 20))
            #expect(operations.contains("func findPets"))
        }
    }

    /// Without the columns.
    private static func words(_ text: String) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    @Test(.needs("python3")) func nothingThatWasEditedIsReplaced() async throws {
        try await serve { server in
            try configure("    spec: specs/shop.yaml\n    from: \(server)/shop.yaml\n")
            _ = try await update()
            let edited = Self.document("listPets", limit: 11)
            try folder.write("specs/shop.yaml", edited)
            let refused = try await update()
            #expect(refused.status == 1, "\(refused)")
            #expect(refused.output.contains("it is not as it was fetched, and git does not have it"))
            #expect(folder.read("specs/shop.yaml") == edited)
            #expect(try await update("--force").status == 0)
            #expect(folder.read("specs/shop.yaml") == Self.document("listPets"))

            try folder.write("specs/shop.yaml", edited)
            for arguments in [["init", "-q"], ["add", "-A"]] {
                let git = try await ChildProcess.run(["git"] + arguments, in: folder.url)
                #expect(git.status == 0)
            }
            let taken = try await update()
            #expect(taken.status == 0 && taken.output.contains("limit defaults to 10, was 11"), "\(taken)")

            try folder.write("out/Operations/Operations.swift", "// Mine.\n")
            let output = try await update()
            #expect(
                output.status == 1 && output.output.contains("not overwritten")
                    || output.output.contains("cannot overwrite"))
            #expect(operations == "// Mine.\n")
        }
    }

    @Test(.needs("python3")) func targetsThatStoppedMatchingAreReported() async throws {
        try await serve { server in
            try configure("    spec: specs/shop.yaml\n    from: \(server)/shop.yaml\n    overlays: [fix.yaml]\n")
            try folder.write(
                "fix.yaml",
                """
                overlay: 1.0.0
                info: { title: Fix, version: "1" }
                actions:
                  - { target: "$.paths['/pets'].get", update: { deprecated: true } }
                  - { target: "$.paths['/never'].get", update: { deprecated: true } }

                """)
            _ = try await update()
            let moved = Self.document("listPets").replacing("/pets", with: "/animals")
            try folder.write("served/shop.yaml", moved)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: 10)], ofItemAtPath: folder.path + "/served/shop.yaml")
            let outcome = try await update()
            let lost = outcome.output.split(separator: "\n").filter { $0.hasPrefix("overlay ") }
            #expect(
                lost == ["overlay    fix.yaml:4: the target $.paths['/pets'].get selects nothing any more"],
                "\(outcome)")
        }
    }

    @Test(.needs("python3")) func namesOfThePreviousDocumentAreKept() async throws {
        try await serve { server in
            try configure("    spec: specs/shop.yaml\n    from: \(server)/shop.yaml\n    keepDeprecated: true\n")
            #expect(try await update().status == 0)
            #expect(!folder.exists("specs/shop.previous.yaml"))
            for (method, older) in [("findPets", "listPets"), ("getPets", "findPets")] {
                try folder.write("served/shop.yaml", Self.document(method))
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: method == "getPets" ? 20 : 10)],
                    ofItemAtPath: folder.path + "/served/shop.yaml")
                let outcome = try await update()
                #expect(outcome.status == 0, "\(outcome)")
                #expect(folder.read("specs/shop.previous.yaml") == Self.document(older))
                let kept = try #require(folder.read("out/ShopPrevious.swift"))
                #expect(kept.contains("@available(*, deprecated, message: \"\(older) is now \(method).\")"))
                #expect(kept.contains("public func \(older)(limit: Int? = nil, options: CallOptions = .standard)"))
            }
            #expect(try await Tool.run(["check"], in: folder.url).status == 0)
            try FileManager.default.removeItem(atPath: folder.path + "/specs/shop.previous.yaml")
            #expect(try await Tool.run(["generate"], in: folder.url).status == 0)
            #expect(!folder.exists("out/ShopPrevious.swift"))
        }
    }

    @Test(.needs("python3")) func anAddressAloneKeepsNothing() async throws {
        try await serve { server in
            try configure("    spec: \(server)/shop.yaml\n")
            #expect(try await update().status == 0)
            let again = try await update()
            #expect(again.output == "Shop: the document has not changed\n", "\(again)")
            #expect(try await Tool.run(["generate"], in: folder.url).status == 0)
            #expect(statuses == ["200", "304", "200"])
            try folder.write("served/shop.yaml", Self.document("findPets"))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: 10)], ofItemAtPath: folder.path + "/served/shop.yaml")
            let refused = try await Tool.run(["generate"], in: folder.url)
            #expect(refused.status == 1)
            #expect(
                refused.output.contains("it is not the document in apus.lock; apus update Shop prints what changed"))
            #expect(operations.contains("func listPets"))
            #expect(try await update().status == 0)
            #expect(operations.contains("func findPets"))
            #expect(try await Tool.run(["check"], in: folder.url).status == 0)
        }
    }

    /// Hummingbird's file server knows entity tags.
    @Test func entityTagsOfAFileServerAreSentBack() async throws {
        try folder.write("served/shop.yaml", Self.document("listPets"))
        let statuses = Statuses()
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: StatusRecorder(statuses: statuses))
        router.add(middleware: FileMiddleware<BasicRequestContext, LocalFileSystem>(folder.path + "/served"))
        try await LoopbackServer.run(router) { port in
            try configure("    spec: shop.yaml\n    from: http://127.0.0.1:\(port)/shop.yaml\n")
            #expect(try await update().status == 0)
            #expect(folder.read("apus.lock")?.contains("    etag: ") == true)
            #expect(try await update().output.hasPrefix("Shop: the document has not changed\n"))
        }
        #expect(await statuses.values == [200, 304])
    }

    // MARK: A server that misbehaves

    /// Answers in turn, with the last one for what comes after; and the heads of the requests.
    private final class Script: @unchecked Sendable {
        private let lock = NSLock()
        private var heads: [String] = []
        private var answers: [@Sendable (SocketConnection) -> Void]

        init(_ answers: [@Sendable (SocketConnection) -> Void]) {
            self.answers = answers
        }

        func next(_ head: String) -> @Sendable (SocketConnection) -> Void {
            lock.withLock {
                heads.append(head)
                return answers.count > 1 ? answers.removeFirst() : answers[0]
            }
        }

        var requests: [String] { lock.withLock { heads } }

        func serve() throws -> SocketServer {
            try SocketServer { connection in
                guard let head = connection.readHead() else { return }
                self.next(head)(connection)
            }
        }
    }

    @Test func entityTagsAreSentBackToTheirAddressOnly() async throws {
        let script = Script([
            { $0.answer("302 Found", body: "", headers: ["Location: /v1.yaml", "Connection: close"]) },
            {
                $0.answer(
                    body: Self.document("listPets"), headers: ["ETag: \"one\"", "X-ETag: \"no\"", "Connection: close"])
            },
            { $0.answer("302 Found", body: "", headers: ["Location: /v1.yaml", "Connection: close"]) },
            { $0.write("HTTP/1.1 304 Not Modified\r\nETag: \"one\"\r\nConnection: close\r\n\r\n") },
            { $0.answer("302 Found", body: "", headers: ["Location: /v2.yaml", "Connection: close"]) },
            { $0.answer(body: Self.document("findPets"), headers: ["ETag: bad tag", "Connection: close"]) },
        ])
        let server = try script.serve()
        try configure("    spec: shop.yaml\n    from: http://127.0.0.1:\(server.port)/latest.yaml?key=secret\n")
        #expect(try await update().status == 0)
        #expect(folder.read("apus.lock")?.contains(#"    etag: "\"one\""#) == true)
        #expect(try await update().output.hasPrefix("Shop: the document has not changed\n"))
        let third = try await update()
        #expect(third.output.contains("listPets is now findPets"), "\(third)")
        let tagged = script.requests.map { $0.contains("If-None-Match: \"one\"\r\n") }
        #expect(tagged == [false, false, false, true, false, false])
        let lock = try #require(folder.read("apus.lock"))
        #expect(lock.contains("/v2.yaml\"") && !lock.contains("etag") && !third.output.contains("secret"))
    }

    @Test(arguments: [
        ("500 Internal Server Error", "oops", "the server responds with status 500"),
        ("200 OK", "<html>Maintenance</html>", "error"),
        ("200 OK", "", "error"),
        ("200 OK", "openapi: 3.1.0\ninfo: { title: Shop, version: '2' }\npaths: { /a: { get: { $ref", "error"),
        ("304 Not Modified", "", "the server responds with status 304"),
        ("302 Found", "elsewhere", "is not an allowed host"),
        ("200 OK", "short", "the connection ended before the file was complete"),
    ])
    func aBadDownloadReplacesNothing(status: String, body: String, words: String) async throws {
        let script = Script([
            { $0.answer(body: Self.document("listPets"), headers: ["Connection: close"]) },
            { connection in
                if body == "short" {
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + Self.document("findPets"))
                } else if body == "elsewhere" {
                    connection.answer(status, body: "", headers: ["Location: http://elsewhere.invalid/a.yaml"])
                } else {
                    connection.answer(status, body: body, headers: ["Connection: close"])
                }
            },
        ])
        let server = try script.serve()
        try configure("    spec: shop.yaml\n    from: http://127.0.0.1:\(server.port)/shop.yaml\n")
        #expect(try await update().status == 0)
        let before = ["shop.yaml", "apus.lock", "out/Operations/Operations.swift", "out/.apus-manifest"].map(
            folder.read)
        let outcome = try await update()
        #expect(outcome.status == 1)
        #expect((outcome.output + outcome.errors).contains(words), "\(outcome)")
        #expect(
            ["shop.yaml", "apus.lock", "out/Operations/Operations.swift", "out/.apus-manifest"].map(folder.read)
                == before)
    }

    // MARK: The workspace

    @Test func aDocumentWithoutAnAddressIsRecorded() async throws {
        try configure("    spec: shop.yaml\n")
        try folder.write("shop.yaml", Self.document("listPets"))
        let outcome = try await update()
        #expect(outcome.status == 0 && outcome.output.hasPrefix("Shop: the document has no address to fetch it from\n"))
        #expect(folder.read("apus.lock")?.contains("  \"Shop\":\n    document: \"") == true)
    }

    @Test(arguments: [
        ("apus.lock", "clients: [1]\n", "it is not as apus update writes it"),
        ("apus.lock", "<<<<<<< ours\n", "it is not as apus update writes it"),
        ("apus.lock", "- x\n", "it is not as apus update writes it"),
    ])
    func aLockThatCannotBeReadIsNotOverwritten(name: String, text: String, words: String) async throws {
        try configure("    spec: shop.yaml\n")
        try folder.write("shop.yaml", Self.document("listPets"))
        try folder.write(name, text)
        let outcome = try await update()
        #expect(outcome.status == 2 && outcome.errors.contains(words), "\(outcome)")
        #expect(folder.read(name) == text)
    }

    /// The copy is written into the checkout, and not through a link out of it.
    @Test func aLinkIsNotWrittenThrough() async throws {
        let script = Script([{ $0.answer(body: Self.document("listPets"), headers: ["Connection: close"]) }])
        let server = try script.serve()
        let other = try TemporaryFolder()
        try other.write("theirs.yaml", Self.document("listTheirs"))
        for (spec, link, target) in [
            ("shop.yaml", "shop.yaml", other.path + "/theirs.yaml"), ("specs/shop.yaml", "specs", other.path),
            ("inner.yaml", "inner.yaml", "apus.yaml"),
        ] {
            try configure("    spec: \(spec)\n    from: http://127.0.0.1:\(server.port)/shop.yaml\n")
            try folder.link(link, to: target)
            let outcome = try await update("--force")
            #expect(outcome.status == 1, "\(spec): \(outcome)")
            #expect(outcome.output.contains("outside of") || outcome.output.contains("it is a link"), "\(outcome)")
        }
        #expect(other.read("theirs.yaml") == Self.document("listTheirs") && !other.exists("shop.yaml"))
    }

    @Test func settingsAreChecked() async throws {
        for (settings, words) in [
            (
                "    spec: https://a.test/b.yaml\n    from: https://a.test/c.yaml\n",
                "spec must be a path where there is `from`"
            ),
            ("    spec: b.yaml\n    from: c.yaml\n", "from must be an http or https address"),
        ] {
            try configure(settings)
            let outcome = try await update()
            #expect(outcome.status == 2 && outcome.errors.contains(words), "\(outcome)")
        }
        try configure("    spec: b.yaml\n")
        #expect(try await update("Shup").errors.contains("did you mean \"Shop\"?"))
    }
}
