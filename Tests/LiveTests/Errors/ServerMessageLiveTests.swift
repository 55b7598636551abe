import ApusRuntime
import ChatCaptain
import Foundation
import Salesmsg
import TestServers
import Testing
import XMLShop

/// The server's message about a failure is in every form of the error.
@Suite struct ServerMessageLiveTests {
    private static let token = "secret-token-7"

    /// The error of a call to a server with one answer.
    private func fail(
        _ answer: Answer, over transport: Transport, options: CallOptions = .standard, call: CallOptions = .standard
    ) async throws -> Salesmsg.FetchContact.CallError {
        let server = try await RecordingServer.start(answering: answer)
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken(Self.token),
            middleware: [.retries(.never)], options: options)
        return try #require(
            await #expect(throws: Salesmsg.FetchContact.CallError.self) {
                try await client.fetchContact(contact: 4, options: call)
            })
    }

    private func answer(_ status: Int, _ type: String, _ body: String) -> Answer {
        Answer(status: status, headers: [Pair(name: "content-type", value: type)], body: body)
    }

    private func forms(_ error: any Error) -> [String] {
        ["\(error)", String(reflecting: error), error.localizedDescription]
    }

    @Test(
        arguments: Transport.allCases,
        [
            (
                409, "application/problem+json", #"{"title":"Conflict","detail":"It exists.","status":409}"#,
                "Conflict: It exists."
            ),
            (422, "application/json", #"{"message":"The name is missing."}"#, "The name is missing."),
            (500, "application/json", #"{"message":"The database is away."}"#, "The database is away."),
            (418, "application/json", #"{"errors":[{"message":"Short"},{"message":"stout"}]}"#, "Short; stout"),
            (503, "text/plain", "Come back\nlater", #"Come back\nlater"#),
            (
                409, "application/problem+xml",
                "<problem><title>Taken</title><detail>By &lt;Ada&gt;</detail></problem>", "Taken: By <Ada>"
            ),
        ])
    func saysWhy(over transport: Transport, answered: (status: Int, type: String, body: String, words: String))
        async throws
    {
        let error = try await fail(answer(answered.status, answered.type, answered.body), over: transport)
        for form in forms(error) {
            #expect(form.hasPrefix("fetchContact: status \(answered.status): \(answered.words)"))
        }
    }

    @Test(arguments: Transport.allCases)
    func saysWhyInXML(over transport: Transport) async throws {
        let body = "<problem code='7'><message>taken &amp; gone</message></problem>"
        let server = try await RecordingServer.start(answering: answer(409, "application/xml", body))
        let client = XMLShopClient(server: .custom(server.url), transport: transport.shared)
        let error = try #require(
            await #expect(throws: AddPet.CallError.self) {
                try await client.addPet(Pet(name: "Rex", photoURLs: []), contentType: .xml)
            })
        for form in forms(error) { #expect(form == "addPet: status 409: taken & gone") }
    }

    /// The rule of ChatCaptain is `/error`.
    @Test(arguments: Transport.allCases)
    func saysWhyUnder200(over transport: Transport) async throws {
        let server = try await RecordingServer.start(
            answering: answer(200, "application/json", #"{"error":"no index"}"#))
        for choice in [ServerMessages.shown, .withheld] {
            let client = ChatCaptainClient(
                server: .custom(server.url), transport: transport.shared, credentials: .chatcaptainKey("secret-key"),
                options: CallOptions(serverMessages: choice))
            let error = try #require(
                await #expect(throws: ChatCaptain.SearchContacts.CallError.self) {
                    try await client.searchContacts(query: "Ada", pageSize: 10, chatbotID: "b")
                })
            for form in forms(error) { #expect(form.contains("no index") == (choice == .shown), "\(form)") }
        }
    }

    @Test(arguments: Transport.allCases)
    func withholds(over transport: Transport) async throws {
        let quiet = CallOptions(serverMessages: .withheld)
        let body = answer(422, "application/json", #"{"message":"Ada is taken"}"#)
        let ofClient = try await fail(body, over: transport, options: quiet)
        let ofCall = try await fail(body, over: transport, call: quiet)
        for error in [ofClient, ofCall] {
            for form in forms(error) { #expect(form == "fetchContact: status 422") }
            #expect(error.serverMessage == "Ada is taken", "the caller may still look")
        }
        let shown = try await fail(body, over: transport, options: quiet, call: CallOptions(serverMessages: .shown))
        #expect("\(shown)" == "fetchContact: status 422: Ada is taken", "a call's own choice overrides the client's")
        let unfit = answer(200, "application/json", #"{"id":"Ada"}"#)
        let decoding = try await fail(unfit, over: transport, call: quiet)
        for form in forms(decoding) { #expect(!form.contains("Ada"), "\(form)") }
        #expect("\(try await fail(unfit, over: transport))".contains("Ada"))
    }

    @Test(
        arguments: Transport.allCases,
        [
            ("application/json", #"{"detail":"token secret-token-7 is unknown"}"#),
            ("application/json", #"{"errors":{"token":["\u0073ecret-token-7"]}}"#),
            ("application/xml", "<e><message>token &#115;ecret-token-7</message></e>"),
            ("text/plain", "secret-token-7 is unknown"),
        ])
    func hidesCredentials(over transport: Transport, answered: (type: String, body: String)) async throws {
        let error = try await fail(answer(409, answered.type, answered.body), over: transport)
        for form in forms(error) + [error.serverMessage ?? ""] {
            #expect(!form.contains(Self.token))
            #expect(form.contains("<redacted>"))
        }
    }
}
