import ApusAsyncHTTPClient
import ApusMock
import ApusRuntime
import ApusWebhooks
import Foundation
import HTTPTypes
import TestServers
import TestSupport
import Testing

struct MockWebhookTests {
    @Test(arguments: MockWay.allCases)
    func messagesArriveSigned(_ way: MockWay) async throws {
        let receiver = try await RecordingServer.start(answering: Answer(status: 204))
        let signature = WebhookSignature(.hmacSHA256("secret"), header: "X-Signature", prefix: "sha256=")
        let sender = try MockWebhooks(to: receiver.url + "/hooks", over: .asyncHTTPClient()) { headers, body in
            try signature.sign(body: body, headers: headers, with: .hmacSHA256("secret"))
        }
        try await way.run(MockTests.shop(webhooks: sender)) { transport, url in
            let sent = try await Mocked.send("POST", "/__mock/webhooks/pet.created", over: transport, at: url)
            #expect(sent.status == 200 && sent.text.contains("204"))
            let unknown = try await Mocked.send("POST", "/__mock/webhooks/pet.sold", over: transport, at: url)
            #expect(unknown.status == 404 && unknown.text.contains("pet.created"))
        }
        let message = try #require(await receiver.requests.first)
        #expect(message.method == "POST" && message.path == "/hooks")
        var headers = HTTPFields()
        for header in message.headers { headers[try #require(HTTPField.Name(header.name))] = header.value }
        try signature.verify(headers: headers, body: message.body, now: Date())
        let payload = try JSONValue(json: message.body)
        #expect(payload["type"] == "pet.created" && payload["pet"]?["id"]?.string != nil)
    }

    @Test func addressesAreURLs() {
        for address in ["file:///etc/passwd", "localhost", "http://user@host/", "http://host/a b"] {
            #expect(throws: MockProblem.self) { try MockWebhooks(to: address, over: .asyncHTTPClient()) }
        }
    }
}
