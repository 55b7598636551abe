import ApusRuntime
import Foundation
import TestServers
import Testing
import XMLShop

/// XML responses where JSON was requested, and the reverse; XML in parts of multipart bodies.
@Suite struct XMLAnswerTests {
    private static let pet = "<pet><name>Rex</name><photoUrls><photoUrl>a</photoUrl></photoUrls></pet>"
    private static let json = #"{"name": "Rex", "photoUrls": ["a"]}"#

    private func client(_ server: RecordingServer, _ transport: Transport) -> XMLShopClient {
        XMLShopClient(server: .custom(server.url), transport: transport.shared, middleware: [.retries(.never)])
    }

    /// The actual format is decoded, whatever was requested and declared.
    static let bodies: [(type: String?, body: String)] = [
        ("application/json", json), ("application/xml", pet), ("text/xml; charset=utf-8", pet),
        ("application/vnd.shop.pet+xml", "\u{FEFF}<?xml version=\"1.0\"?>\n" + pet), ("text/plain", pet),
        ("application/json", "\n" + pet), ("application/xml", json), ("text/html", json), (nil, pet), (nil, json),
    ]

    @Test(arguments: Transport.allCases, bodies.indices)
    func readsWhatComes(over transport: Transport, _ index: Int) async throws {
        let (type, body) = Self.bodies[index]
        let headers = type.map { [Pair(name: "content-type", value: $0)] } ?? []
        let server = try await RecordingServer.start(answering: Answer(status: 200, headers: headers, body: body))
        let pet = try await client(server, transport).findPet(petID: 1)
        #expect(pet == Pet(name: "Rex", photoURLs: ["a"]))
        let request = try #require(await server.requests.first)
        #expect(request.header("accept") == "application/json, application/xml;q=0.9", "both are read, JSON first")
        // Where the document declares XML only, JSON is read nevertheless.
        let list = Answer(
            status: 200, headers: headers, body: body == Self.json ? "[\(body)]" : "<pets>\(Self.pet)</pets>")
        let other = try await RecordingServer.start(answering: list)
        #expect(try await client(other, transport).findPets() == [pet])
    }

    @Test(arguments: Transport.allCases) func readsFailures(over transport: Transport) async throws {
        for (type, body) in [
            ("application/json", #"{"code": 7}"#), ("application/xml", "<problem code='7'/>"),
            ("text/xml", "<problem code='7'/>"),
        ] {
            let answer = Answer(status: 418, headers: [Pair(name: "content-type", value: type)], body: body)
            let server = try await RecordingServer.start(answering: answer)
            do {
                _ = try await client(server, transport).findPet(petID: 1)
                Issue.record("418 is a failure")
            } catch {
                guard case .response(.other(status: 418, Problem(code: 7))) = error.kind else {
                    Issue.record("\(type): \(error.kind)")
                    continue
                }
            }
        }
    }

    /// The problem is reported in terms of the received format.
    @Test(arguments: Transport.allCases) func tellsWhatDoesNotFit(over transport: Transport) async throws {
        for (type, body, path) in [
            ("application/xml", "<pet>\n<name>Rex</name><photoUrls/><id>x</id></pet>", "/pet/id"),
            ("application/json", #"{"name": "Rex", "photoUrls": [], "id": "x"}"#, "id"),
        ] {
            let answer = Answer(status: 200, headers: [Pair(name: "content-type", value: type)], body: body)
            let server = try await RecordingServer.start(answering: answer)
            do {
                _ = try await client(server, transport).findPet(petID: 1)
                Issue.record("the id is no number")
            } catch {
                #expect(error.decodingProblem?.path == path)
                #expect(error.body == Array(body.utf8))
            }
        }
    }

    private static let papers = Papers(
        invoice: Invoice(currency: "CHF", buyer: Party(name: "Ada & Co"), lines: [Line(amount: 3, text: "1 < 2")]),
        pet: Pet(name: "Rex", photoURLs: []), history: [Tag(id: 1), Tag(name: "b")],
        picture: FilePart(.text("PNG"), name: "a.png", contentType: "image/png"), note: "<no XML>")

    /// An echo of parts: XML that is sent is returned in it.
    @Test(arguments: Transport.allCases) func sendsAndReceivesParts(over transport: Transport) async throws {
        let server = try await RecordingServer.start { request in
            let type = request.header("content-type") ?? ""
            var answer = Answer(status: 200, headers: [Pair(name: "content-type", value: type)])
            answer.body = request.body
            return answer
        }
        let client = XMLShopClient(
            server: .custom(server.url), transport: transport.shared, middleware: [.retries(.never)])
        let kept = try await client.addPapers(petID: 1, body: Self.papers)
        #expect(kept.invoice == Self.papers.invoice)
        #expect(kept.pet == Self.papers.pet)
        #expect(kept.history == Self.papers.history)
        #expect(kept.picture == Self.papers.picture)
        #expect(kept.note == "<no XML>")
        let sent = String(decoding: try #require(await server.requests.first).body, as: UTF8.self)
        for part in [
            "name=\"invoice\"\r\nContent-Type: application/vnd.shop.invoice+xml\r\n\r\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<inv:line amount=\"3\"><![CDATA[1 < 2]]></inv:line>",
            "name=\"pet\"\r\nContent-Type: application/xml\r\n\r\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pet><name>Rex</name>",
            "name=\"history\"\r\nContent-Type: text/xml\r\n",
            "<history><tag><id>1</id></tag><tag><name>b</name></tag></history>", "name=\"note\"\r\n\r\n<no XML>\r\n",
        ] {
            #expect(sent.contains(part), "\(part) is not in \(sent)")
        }
    }

    /// An omitted member has no part, and text that XML cannot represent is refused with the part's name.
    @Test func leavesOutAndRefuses() async throws {
        let server = try await RecordingServer.start(answering: Answer(status: 500))
        var papers = Self.papers
        (papers.pet, papers.history) = (nil, nil)
        _ = try? await client(server, .asyncHTTPClient).addPapers(petID: 1, body: papers)
        let sent = String(decoding: try #require(await server.requests.first).body, as: UTF8.self)
        #expect(sent.contains("name=\"invoice\"") && !sent.contains("name=\"pet\"") && !sent.contains("history"))
        papers.pet = Pet(name: "\u{0}", photoURLs: [])
        do {
            _ = try await client(server, .asyncHTTPClient).addPapers(petID: 1, body: papers)
            Issue.record("XML has no NUL")
        } catch {
            guard case .encoding(let problem) = error.kind else {
                Issue.record("\(error.kind)")
                return
            }
            #expect(problem.path == "body.pet")
        }
        #expect(await server.requests.count == 1)
    }

    /// An entity bomb in a part is refused, with the part's name.
    @Test(arguments: Transport.allCases) func refusesBombsInParts(over transport: Transport) async throws {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"aaaa\"><!ENTITY y \"&x;&x;\">]><inv:invoice>&y;</inv:invoice>"
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"invoice\"\r\nContent-Type: application/xml\r\n\r\n\(bomb)\r\n--b--\r\n"
        let type = Pair(name: "content-type", value: "multipart/form-data; boundary=b")
        let server = try await RecordingServer.start(answering: Answer(status: 200, headers: [type], body: body))
        do {
            _ = try await client(server, transport).addPapers(petID: 1, body: Self.papers)
            Issue.record("this is no invoice")
        } catch {
            #expect(error.decodingProblem?.path == "invoice")
            #expect(error.decodingProblem?.expected == "valid XML")
        }
    }
}
