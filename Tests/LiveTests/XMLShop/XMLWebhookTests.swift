import ApusPlatform
import ApusRuntime
import ApusXML
import TestServers
import Testing
import XMLShop

/// XML events of a server: posted over both transports, verified, decoded and distinguished.
@Suite struct XMLWebhookTests {
    /// The receiver's result for a message.
    private func post(
        _ transport: Transport, _ body: String, type: String = "application/xml", event: String? = nil
    ) async throws -> Result<XMLShopEvent, WebhookProblem> {
        let received = Lock<Result<XMLShopEvent, WebhookProblem>?>(nil)
        let server = try await RecordingServer.start { request in
            var headers = HTTPFields()
            headers[.contentType] = request.header("content-type")
            headers[.eventName] = request.header("x-event")
            let name: WebhookName = headers[.eventName] == nil ? .payload : .header("X-Event")
            let verifier = UnsignedWebhooks()
            do throws(WebhookProblem) {
                let event = try verifier.event(XMLShopEvent.self, headers: headers, body: request.body, named: name)
                received.withLock { $0 = .success(event) }
            } catch {
                received.withLock { $0 = .failure(error) }
            }
            return Answer(status: 204)
        }
        var request = HTTPRequest(
            method: .post, scheme: "http", authority: String(server.url.dropFirst(7)), path: "/hooks",
            headerFields: [.contentType: type])
        request.headerFields[.eventName] = event
        let response = try await transport.shared.send(request, body: .text(body), options: .standard)
        _ = try await response.body.collect()
        return try #require(received.withLock { $0 })
    }

    private static let file = "<Contents><Key>a.txt</Key><Size>7</Size></Contents>"
    private static let invoice = """
        <i:invoice xmlns:i="urn:shop:invoice" currency="EUR"><p:buyer xmlns:p="urn:shop:party"><p:name>Ada</p:name></p:buyer>
        <i:lines><i:line amount="1.50"><![CDATA[<b>]]></i:line></i:lines></i:invoice>
        """

    /// The name of the element identifies the event.
    @Test(arguments: Transport.allCases) func elementsTellThemApart(over transport: Transport) async throws {
        guard case .fileDeleted(let file) = try await post(transport, Self.file).get() else {
            Issue.record("it is a file")
            return
        }
        #expect(file.key == "a.txt" && file.size == 7)
        guard case .invoicePaid(let invoice) = try await post(transport, Self.invoice, type: "text/xml").get() else {
            Issue.record("it is an invoice")
            return
        }
        #expect(invoice.currency == "EUR" && invoice.buyer.name == "Ada" && invoice.lines.first?.text == "<b>")
        let prefixes = "<Prefixes><CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes></Prefixes>"
        guard case .filesListed(let list) = try await post(transport, prefixes).get() else {
            Issue.record("it is a list")
            return
        }
        #expect(list?.map(\.prefix) == ["a/"])
        guard case .unknown(let other) = try await post(transport, "<moved><to>b</to></moved>").get() else {
            Issue.record("nobody has heard of it")
            return
        }
        #expect(other == ["moved": ["to": "b"]])
    }

    @Test(arguments: Transport.allCases) func namesTellThemApart(over transport: Transport) async throws {
        guard case .fileDeleted(let file) = try await post(transport, Self.file, event: "file.deleted").get() else {
            Issue.record("it is a file")
            return
        }
        #expect(file.size == 7)
        guard case .filesListed(nil) = try await post(transport, "", event: "files.listed").get() else {
            Issue.record("its body may be left out")
            return
        }
        guard case .unknown(let other) = try await post(transport, Self.file, event: "file.born").get() else {
            Issue.record("nobody has heard of it")
            return
        }
        #expect(other == ["Key": "a.txt", "Size": "7"])
    }

    /// One that the document has in JSON, too.
    @Test(arguments: Transport.allCases) func jsonIsReadAsJSON(over transport: Transport) async throws {
        let json = #"{"currency": "EUR", "buyer": {"name": "Ada"}, "lines": [{"amount": 1.5}]}"#
        for event in [nil, "invoice.paid"] {
            let found = try await post(transport, json, type: "application/json", event: event).get()
            guard case .invoicePaid(let invoice) = found else {
                Issue.record("it is an invoice: \(found)")
                continue
            }
            #expect(invoice.buyer.name == "Ada")
        }
    }

    @Test(arguments: Transport.allCases) func whatDoesNotFitIsTold(over transport: Transport) async throws {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\">]><Contents><Key>&x;</Key></Contents>"
        for (body, event) in [
            (bomb, nil), (bomb, "file.deleted"), ("<Contents><Key>a</Key>", nil), ("", "file.deleted"),
            ("<Contents><Key>a</Key><Size>big</Size></Contents>", "file.deleted"),
        ] {
            guard case .failure(.unreadable(let problem)) = try await post(transport, body, event: event) else {
                Issue.record("\(body) was read")
                continue
            }
            if body.contains("big") { #expect(problem.path == "/Contents/Size" && problem.line == 1, "\(problem)") }
        }
    }

    /// A callback's URL identifies it, so its payload is decoded alone.
    @Test func aPayloadIsReadByItself() throws {
        let headers: HTTPFields = [.contentType: "application/xml"]
        let file: File = try UnsignedWebhooks().payload(
            headers: headers, body: Array(Self.file.utf8), xml: .element("Contents"), .model(File.self))
        #expect(file.key == "a.txt")
        #expect(throws: WebhookProblem.self) {
            try UnsignedWebhooks().payload(
                File.self, headers: headers, body: [], xml: .element("Contents"), .model(File.self))
        }
    }
}

extension HTTPField.Name {
    fileprivate static let eventName = HTTPField.Name("X-Event") ?? .via
}
