import ApusRuntime
import Foundation
import TestServers
import Testing
import XMLShop

/// XML bodies over the wire, in both directions, against a real server.
@Suite struct XMLShopTests {
    static let xml = [Pair(name: "content-type", value: "application/xml")]

    private func call<Result>(
        _ transport: Transport, answering answer: Answer, _ body: (XMLShopClient) async throws -> Result
    ) async throws -> (result: Result, request: ReceivedRequest) {
        let server = try await RecordingServer.start(answering: answer)
        let client = XMLShopClient(
            server: .custom(server.url), transport: transport.shared, middleware: [.retries(.never)])
        let result = try await body(client)
        return (result, try #require(await server.requests.first))
    }

    private func text(_ request: ReceivedRequest) -> String {
        String(decoding: request.body, as: UTF8.self)
    }

    @Test(arguments: Transport.allCases)
    func addsAPet(over transport: Transport) async throws {
        let answer = Answer(
            status: 201, headers: Self.xml,
            body: """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <Pet>
                  <category><id>1</id><name>dogs</name></category>
                  <id>42</id>
                  <name>Rex &amp; Co</name>
                  <photoUrls><photoUrl>a</photoUrl><photoUrl>b</photoUrl></photoUrls>
                  <status>lent</status>
                  <tags><tag><id>7</id></tag></tags>
                  <unknown/>
                </Pet>
                """)
        let pet = Pet(
            name: "Rex & Co", photoURLs: ["a", "b"], category: Category(id: 1, name: "dogs"), tags: [Tag(id: 7)],
            status: .available)
        let (kept, request) = try await call(transport, answering: answer) {
            try await $0.addPet(pet, contentType: .xml)
        }
        #expect(request.headers.contains(Pair(name: "content-type", value: "application/xml")))
        #expect(request.headers.contains { $0.name == "accept" && $0.value.contains("application/xml") })
        #expect(
            text(request) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <pet><name>Rex &amp; Co</name><category><id>1</id><name>dogs</name></category>\
                <photoUrls><photoUrl>a</photoUrl><photoUrl>b</photoUrl></photoUrls>\
                <tags><tag><id>7</id></tag></tags><status>available</status></pet>

                """)
        #expect(kept.id == 42)
        #expect(kept.name == "Rex & Co")
        #expect(kept.tags == [Tag(id: 7)])
        #expect(kept.status == .unknown("lent"))
    }

    @Test(arguments: Transport.allCases)
    func addsAPetInJSON(over transport: Transport) async throws {
        let answer = Answer(status: 201, headers: Self.xml, body: "<pet><name>Rex</name><photoUrls/></pet>")
        let (pet, request) = try await call(transport, answering: answer) {
            try await $0.addPet(Pet(name: "Rex", photoURLs: []))
        }
        #expect(text(request) == #"{"name":"Rex","photoUrls":[]}"#)
        #expect(pet == Pet(name: "Rex", photoURLs: []))
    }

    @Test(arguments: Transport.allCases)
    func findsPets(over transport: Transport) async throws {
        let answer = Answer(
            status: 200, headers: Self.xml,
            body: "<pets><pet><name>a</name><photoUrls/></pet><pet><name>b</name><photoUrls/></pet></pets>")
        let (pets, request) = try await call(transport, answering: answer) { try await $0.findPets(status: .sold) }
        #expect(pets.map(\.name) == ["a", "b"])
        #expect(request.query == "status=sold")
    }

    @Test(arguments: Transport.allCases)
    func throwsATypedFailure(over transport: Transport) async throws {
        let answer = Answer(
            status: 409, headers: Self.xml, body: "<problem code='7'><message>taken</message></problem>")
        let server = try await RecordingServer.start(answering: answer)
        let client = XMLShopClient(server: .custom(server.url), transport: transport.shared)
        let error = try #require(
            await #expect(throws: AddPet.CallError.self) {
                try await client.addPet(Pet(name: "Rex", photoURLs: []), contentType: .xml)
            })
        guard case .response(.other(status: 409, let problem)) = error.kind else {
            Issue.record("409 is a problem, not \(error.kind)")
            return
        }
        #expect(problem == Problem(code: 7, message: "taken"))
    }

    @Test(arguments: Transport.allCases)
    func listsFiles(over transport: Transport) async throws {
        let answer = Answer(
            status: 200, headers: Self.xml,
            body: """
                <?xml version="1.0" encoding="UTF-8"?>
                <ListBucketResult xmlns="http://files.example.com/doc/2006-03-01/">
                  <Name>photos</Name><Marker/><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>
                  <Contents>
                    <Key>a b.jpg</Key><LastModified>2009-10-12T17:50:30.000Z</LastModified><Size>434234</Size>
                    <Owner><ID>75aa</ID><DisplayName>ada</DisplayName></Owner>
                  </Contents>
                  <CommonPrefixes><Prefix>2008/</Prefix></CommonPrefixes>
                  <Contents><Key>c</Key><Size>0</Size></Contents>
                  <CommonPrefixes><Prefix>2009/</Prefix></CommonPrefixes>
                </ListBucketResult>
                """)
        let (list, _) = try await call(transport, answering: answer) { try await $0.listFiles() }
        #expect(list.name == "photos")
        #expect(list.marker == "")
        #expect(list.isTruncated == false)
        #expect(list.contents.map(\.key) == ["a b.jpg", "c"])
        #expect(list.contents.first?.size == 434_234)
        #expect(list.contents.first?.modified?.timeIntervalSince1970 == 1_255_369_830)
        #expect(list.contents.first?.owner == File.Owner(id: "75aa", name: "ada"))
        #expect(list.prefixes?.map(\.prefix) == ["2008/", "2009/"])
    }

    /// JSON and XML carry different types under one status: `Content-Type` decides.
    @Test(arguments: Transport.allCases)
    func readsByContentType(over transport: Transport) async throws {
        for (type, body) in [
            ("application/json", #"{"location":"/new"}"#), ("application/xml; charset=utf-8", "<problem code='1'/>"),
        ] {
            let answer = Answer(status: 404, headers: [Pair(name: "content-type", value: type)], body: body)
            let server = try await RecordingServer.start(answering: answer)
            let client = XMLShopClient(server: .custom(server.url), transport: transport.shared)
            let error = try #require(
                await #expect(throws: ListFiles.CallError.self) { try await client.listFiles() })
            switch error.kind {
            case .response(.notFound(.json(let moved))): #expect(moved.location == "/new")
            case .response(.notFound(.xml(let problem))): #expect(problem.code == 1)
            default: Issue.record("404 is documented, not \(error.kind)")
            }
        }
    }

    @Test(arguments: Transport.allCases)
    func deletesFiles(over transport: Transport) async throws {
        let deletion = Deletion(objects: [Deletion.Object(key: "a&b"), Deletion.Object(key: "c")], quiet: true)
        let (_, request) = try await call(transport, answering: Answer(status: 204, headers: [])) {
            try await $0.deleteFiles(deletion)
        }
        #expect(request.headers.contains(Pair(name: "content-type", value: "text/xml")))
        #expect(
            text(request) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <Delete xmlns="http://files.example.com/doc/2006-03-01/"><Quiet>true</Quiet>\
                <Object><Key>a&amp;b</Key></Object><Object><Key>c</Key></Object></Delete>

                """)
    }

    @Test(arguments: Transport.allCases)
    func storesAnInvoice(over transport: Transport) async throws {
        let invoice = Invoice(
            currency: "CHF", buyer: Party(name: "Ada", language: "de"),
            lines: [Line(amount: 12.5, text: "1 < 2"), Line(amount: 3)],
            issued: CalendarDate(year: 2024, month: 5, day: 1),
            payment: .transferPayment(TransferPayment(iban: "CH93")), notes: ["b": "2", "a": "1"])
        let written = """
            <inv:invoice xmlns:inv="urn:shop:invoice" currency="CHF"><inv:issued>2024-05-01</inv:issued>\
            <p:buyer xmlns:p="urn:shop:party" xml:lang="de"><p:name>Ada</p:name></p:buyer>\
            <inv:lines><inv:line amount="12.5"><![CDATA[1 < 2]]></inv:line><inv:line amount="3"/></inv:lines>\
            <transfer><iban>CH93</iban></transfer><notes><a>1</a><b>2</b></notes></inv:invoice>
            """
        let answer = Answer(
            status: 200, headers: [Pair(name: "content-type", value: "application/vnd.shop.invoice+xml")],
            body: written.replacing("currency=", with: "number=\"7\" currency="))
        let (kept, request) = try await call(transport, answering: answer) { try await $0.storeInvoice(invoice) }
        #expect(request.headers.contains(Pair(name: "content-type", value: "application/vnd.shop.invoice+xml")))
        #expect(text(request) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(written)\n")
        var expected = invoice
        expected.number = 7
        #expect(kept == expected)
        #expect(kept.payment == .transferPayment(TransferPayment(iban: "CH93")))
    }

    /// A body that is not the document's XML is a problem with path and line, and never a crash.
    static let unfit: [(body: String, problem: String)] = [
        (
            "<ListBucketResult>\n<Name>a</Name><IsTruncated>no</IsTruncated></ListBucketResult>",
            "/ListBucketResult/IsTruncated: expected boolean, found \"no\" (line 2)"
        ),
        (
            "<ListBucketResult>\n<Name>a</Name>\n<IsTruncated>1</IsTruncated>\n<Contents><Key/><Size>1</Size></Contents>\n"
                + "<Contents><Key/><Size>x</Size></Contents></ListBucketResult>",
            "/ListBucketResult/Contents[2]/Size: expected integer, found \"x\" (line 5)"
        ),
        ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>", "expected valid XML, found"),
        ("<html>\n<body>", "expected valid XML, found"), ("", "expected object, found an empty body"),
        (String(repeating: "<a>", count: 10_000), "expected shallower nesting"),
    ]

    @Test(arguments: Transport.allCases, unfit.indices)
    func tellsWhatDoesNotFit(over transport: Transport, _ index: Int) async throws {
        let (body, problem) = Self.unfit[index]
        let server = try await RecordingServer.start(answering: Answer(status: 200, headers: Self.xml, body: body))
        let client = XMLShopClient(server: .custom(server.url), transport: transport.shared)
        let error = try #require(
            await #expect(throws: ListFiles.CallError.self) { try await client.listFiles() })
        guard case .decoding(let found) = error.kind else {
            Issue.record("expected a problem of decoding, found \(error.kind)")
            return
        }
        #expect("\(found)".hasPrefix(problem), "\(found)")
    }

    @Test func sendsNothingThatXMLCannotHold() async throws {
        let server = try await RecordingServer.start(answering: Answer(status: 204))
        let client = XMLShopClient(server: .custom(server.url), transport: Transport.asyncHTTPClient.shared)
        await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.deleteFiles(Deletion(objects: [Deletion.Object(key: "\u{0}")]))
        }
        #expect(await server.requests.isEmpty)
    }
}
