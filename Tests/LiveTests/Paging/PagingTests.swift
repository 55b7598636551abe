import ApusRuntime
import TestServers
import Testing

/// Every style of paging, to the end, over both transports.
@Suite struct PagingTests {
    private func walk<Rule: NumberRule>(
        _ rule: Rule.Type, over transport: Transport, requests: Int, last: String
    ) async throws {
        let server = try await NumberServer.start()
        let client = NumbersClient(server: server.url, transport: transport.shared)
        var numbers: [Int] = []
        for try await item in client.items(of: ListNumbers<Rule>()) { numbers.append(try #require(item.int)) }
        #expect(numbers == NumberServer.all, "\(rule)")
        let received = await server.requests
        #expect(received.count == requests, "\(rule)")
        #expect(received.last?.query == last, "\(rule)")
        #expect(received.allSatisfy { $0.header("authorization") == "Bearer s3cret" }, "\(rule)")
        #expect(received.allSatisfy { $0.header("x-own") == "mine" }, "\(rule)")
    }

    @Test(arguments: Transport.allCases) func pageNumbers(over transport: Transport) async throws {
        // Without a total, only an empty page is the end.
        try await walk(ByPage.self, over: transport, requests: 6, last: "keep=a%20b&page=6")
        try await walk(ByPageCount.self, over: transport, requests: 5, last: "keep=a%20b&page=5")
    }

    @Test(arguments: Transport.allCases) func offsets(over transport: Transport) async throws {
        try await walk(ByOffset.self, over: transport, requests: 5, last: "keep=a%20b&offset=20")
        try await walk(ByFlag.self, over: transport, requests: 5, last: "keep=a%20b&offset=20")
    }

    @Test(arguments: Transport.allCases) func cursors(over transport: Transport) async throws {
        try await walk(ByCursor.self, over: transport, requests: 5, last: "keep=a%20b&after=n20%2F%2B%C3%A4")
        try await walk(ByLastItem.self, over: transport, requests: 6, last: "keep=a%20b&after=23")
        try await walk(ByBodyCursor.self, over: transport, requests: 5, last: "keep=a%20b")
    }

    @Test(arguments: Transport.allCases) func addresses(over transport: Transport) async throws {
        try await walk(ByNextURL.self, over: transport, requests: 5, last: "skip=20")
        try await walk(ByLink.self, over: transport, requests: 5, last: "skip=20")
    }

    @Test(arguments: Transport.allCases) func bodyKeepsItsOtherMembers(over transport: Transport) async throws {
        let server = try await NumberServer.start()
        let client = NumbersClient(server: server.url, transport: transport.shared)
        for try await page in client.pages(of: ListNumbers<ByBodyCursor>()) where page.position != nil { break }
        let second = try #require(await server.requests.last)
        let expected = try JSON(bytes: Array(#"{"filter": "all", "paging": {"after": "n5/+ä"}}"#.utf8))
        #expect(try JSON(bytes: second.body) == expected)
    }

    /// The operation's own argument selects the first page.
    @Test(arguments: Transport.allCases) func beginsAtTheArgument(over transport: Transport) async throws {
        let server = try await NumberServer.start()
        let client = NumbersClient(server: server.url, transport: transport.shared)
        var numbers: [Int] = []
        for try await item in client.items(of: ListNumbers<ByPageCount>(start: 4)) {
            numbers.append(try #require(item.int))
        }
        #expect(numbers == Array(16...23))
        #expect(await server.requests.map { $0.parameter("page") } == ["4", "5"])
    }

    @Test(arguments: Transport.allCases) func fetchesNothingAheadUnlessAsked(over transport: Transport) async throws {
        let server = try await NumberServer.start()
        let client = NumbersClient(server: server.url, transport: transport.shared)
        var items = client.items(of: ListNumbers<ByCursor>()).makeAsyncIterator()
        #expect(await server.requests.isEmpty)
        for _ in 0..<5 { _ = try await items.next() }
        try await Task.sleep(for: .milliseconds(100))
        #expect(await server.requests.count == 1)
        _ = try await items.next()
        #expect(await server.requests.count == 2)

        var ahead = client.pages(of: ListNumbers<ByCursor>(), fetchesAhead: true).makeAsyncIterator()
        #expect(try await ahead.next()?.items.count == 5)
        let start = ContinuousClock.now
        while await server.requests.count < 4, ContinuousClock.now - start < .seconds(10) { await Task.yield() }
        try await Task.sleep(for: .milliseconds(100))
        #expect(await server.requests.count == 4, "one page ahead, no more")
        var rest: [Int] = []
        while let page = try await ahead.next() { rest += page.items.compactMap(\.int) }
        #expect(rest == Array(6...23))
        #expect(await server.requests.count == 7)
    }

    @Test(arguments: Transport.allCases) func goesOnFromASavedPosition(over transport: Transport) async throws {
        let server = try await NumberServer.start()
        let client = NumbersClient(server: server.url, transport: transport.shared)
        try await resume(ByPageCount.self, client)
        try await resume(ByOffset.self, client)
        try await resume(ByCursor.self, client)
        try await resume(ByLastItem.self, client)
        try await resume(ByNextURL.self, client)
        try await resume(ByLink.self, client)
        try await resume(ByBodyCursor.self, client)
    }

    private func resume<Rule: NumberRule>(_ rule: Rule.Type, _ client: NumbersClient) async throws {
        var saved: String?
        for try await page in client.pages(of: ListNumbers<Rule>()) where page.items.last == 10 {
            saved = page.next?.description
            break
        }
        let text = try #require(saved)
        let position = try #require(PagePosition(text))
        var numbers: [Int] = []
        for try await item in client.items(of: ListNumbers<Rule>(), from: position) {
            numbers.append(try #require(item.int))
        }
        #expect(numbers == Array(11...23), "\(rule)")
    }

    @Test(arguments: Transport.allCases) func tellsTheTotal(over transport: Transport) async throws {
        let server = try await NumberServer.start()
        let client = NumbersClient(server: server.url, transport: transport.shared)
        for try await page in client.pages(of: ListNumbers<ByOffset>()) { #expect(page.total == 23) }
    }
}
