import ApusRuntime
import TestServers
import Testing

/// Pages without a next page, with failures, or with a next page on another host.
@Suite struct PagingFaultTests {
    /// The items of an iteration before it throws, and its error.
    private func walk<Rule: NumberRule>(
        _ rule: Rule.Type, _ server: RecordingServer, over transport: Transport
    ) async -> (count: Int, error: APIError<UndocumentedFailure>?) {
        let client = NumbersClient(server: server.url, transport: transport.shared)
        var count = 0
        do {
            for try await _ in client.pages(of: ListNumbers<Rule>()) { count += 1 }
            return (count, nil)
        } catch {
            let thrown: any Error = error
            return (count, thrown as? APIError<UndocumentedFailure>)
        }
    }

    @Test(arguments: Transport.allCases) func endsALoopOfCursors(over transport: Transport) async throws {
        let server = try await RecordingServer.start { request in
            let next = request.parameter("after") == "a" ? "b" : "a"
            return .json(#"{"items": [1], "next": "\#(next)"}"#)
        }
        let (count, error) = await walk(ByCursor.self, server, over: transport)
        #expect(count == 3)
        guard case .paging(.repeatedPosition) = error?.kind else {
            Issue.record("a loop is no end: \(String(describing: error))")
            return
        }
        #expect(await server.requests.count == 3)
    }

    @Test(arguments: Transport.allCases) func noticesAnIgnoredPageNumber(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in .json(#"{"items": [1, 2]}"#) }
        let (count, error) = await walk(ByPage.self, server, over: transport)
        #expect(count == 1)
        guard case .paging(.repeatedPage) = error?.kind else {
            Issue.record("the same page twice is a fault: \(String(describing: error))")
            return
        }
    }

    @Test(arguments: Transport.allCases) func noticesAnItemWithoutPosition(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in .json(#"{"items": [1, true]}"#) }
        let (count, error) = await walk(ByLastItem.self, server, over: transport)
        #expect(count == 1)
        guard case .paging(.missingPosition) = error?.kind else {
            Issue.record("items were lost: \(String(describing: error))")
            return
        }
    }

    /// The third page fails: iteration continues from the saved position.
    @Test(arguments: Transport.allCases) func goesOnAfterAFailure(over transport: Transport) async throws {
        let isBroken = Flag()
        let server = try await RecordingServer.start { request in
            if await isBroken.isSet, request.parameter("after") == "n10/+ä" { return .json("{}", status: 500) }
            return NumberServer.answer(request)
        }
        await isBroken.set(true)
        let client = NumbersClient(server: server.url, transport: transport.shared)
        var pages = client.pages(of: ListNumbers<ByCursor>()).makeAsyncIterator()
        var saved: PagePosition?
        var numbers: [Int] = []
        do {
            while let page = try await pages.next() {
                saved = page.next
                numbers += page.items.compactMap(\.int)
            }
            Issue.record("the third page fails")
        } catch {
            #expect(error.status == 500)
        }
        #expect(try await pages.next() == nil, "an iteration that threw is over")
        await isBroken.set(false)
        let position = try #require(saved)
        for try await item in client.items(of: ListNumbers<ByCursor>(), from: position) {
            numbers.append(try #require(item.int))
        }
        #expect(numbers == NumberServer.all)
    }

    /// No data of one host is sent to another.
    @Test(arguments: Transport.allCases) func takesNoCredentialToAnotherHost(over transport: Transport) async throws {
        let other = try await RecordingServer.start { _ in .json(#"{"items": [2]}"#) }
        let server = try await RecordingServer.start { [url = other.url] _ in
            .json(#"{"items": [1], "links": {"next": "\#(url)/ByNextURL?p=2"}}"#)
        }
        let (count, error) = await walk(ByNextURL.self, server, over: transport)
        #expect(count == 2)
        #expect(error == nil)
        let received = try #require(await other.requests.first)
        #expect(received.query == "p=2")
        for name in ["authorization", "cookie", "x-own"] { #expect(received.header(name) == nil) }
        #expect(await server.requests.first?.header("authorization") == "Bearer s3cret")
    }

    @Test(arguments: Transport.allCases, ["http://evil\r\nX: 1", "ftp://a.test/", "http://user:pw@a.test/"])
    func refusesWhatIsNoAddress(over transport: Transport, _ address: String) async throws {
        let escaped = JSONValue.string(address).description
        let server = try await RecordingServer.start { _ in .json(#"{"items": [1], "links": {"next": \#(escaped)}}"#) }
        let (count, error) = await walk(ByNextURL.self, server, over: transport)
        #expect(count == 1)
        guard case .encoding = error?.kind else {
            Issue.record("\(address) was followed: \(String(describing: error))")
            return
        }
    }

    @Test(arguments: Transport.allCases) func cancellationEndsAnIteration(over transport: Transport) async throws {
        let server = try await RecordingServer.start { request in
            if request.parameter("after") != nil { try? await Task.sleep(for: .seconds(30)) }
            return NumberServer.answer(request)
        }
        for fetchesAhead in [false, true] {
            let client = NumbersClient(server: server.url, transport: transport.shared)
            let task = Task { () -> Bool in
                do {
                    for try await _ in client.pages(of: ListNumbers<ByCursor>(), fetchesAhead: fetchesAhead) {}
                    return false
                } catch {
                    let thrown: any Error = error
                    guard let failure = thrown as? APIError<UndocumentedFailure> else { return false }
                    if case .cancelled = failure.kind { return true } else { return false }
                }
            }
            try await Task.sleep(for: .milliseconds(300))
            let start = ContinuousClock.now
            task.cancel()
            #expect(await task.value)
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }
}

/// A switch that a server and its test share.
actor Flag {
    private(set) var isSet = false

    func set(_ value: Bool) {
        isSet = value
    }
}
