import ApusExamples
import ApusRuntime
import ApusTesting
import ApusWebhooks
import ChatCaptain
import ChatCaptainExamples
import Foundation
import HTTPTypes
import Testing

private let signature = WebhookSignature(
    .hmacSHA256("the shared secret"), header: "X-Signature", member: "v1", timestamp: .member("t"),
    content: [.timestamp, .text("."), .body])

/// The code under test of the last three tasks.
private func names(from chat: ChatCaptainClient) async throws -> [String] {
    try await chat.listContacts().contacts?.compactMap(\.name) ?? []
}

private func receive(_ headers: HTTPFields, _ body: [UInt8]) throws(WebhookProblem) -> Message {
    try signature.payload(headers: headers, body: body)
}

/// The article TenTasks has its code for ChatCaptain from here.
@Suite("Ten tasks with ChatCaptain") struct ChatCaptainTasks {
    private let id = "ct1"
    private let conversationID = "cv1"
    private let chatbotID = "cb1"
    private let transport = ClosedTransport()

    private func client(_ stub: Stub) -> ChatCaptainClient {
        ChatCaptainClient(
            transport: stub, credentials: .chatcaptainKey("key"), chatbotID: chatbotID, middleware: [.retries(.never)])
    }

    @Test func makesAClient() {
        let chat = ChatCaptainClient(transport: transport, credentials: .chatcaptainKey("key"), chatbotID: chatbotID)
        _ = chat
    }

    @Test func lists() async throws {
        let stub = Stub().on(
            SearchContacts.self,
            .response(.json(#"{"results": {"found": 2, "hits": [{"name": "Ada"}, {"name": "Bea"}]}}"#)), .unexpected)
        let chat = client(stub)
        var names: [String] = []
        let search = SearchContacts(query: "ada", pageSize: 50, hiddenHits: "ct7")
        for try await contact in chat.items(of: search) {
            names.append(contact["name"]?.string ?? "–")
        }
        #expect(names == ["Ada", "Bea"])
        let path = stub.calls(of: SearchContacts.self)[0].request.path
        #expect(path == "/v1/chatbots/cb1/contacts/search?query=ada&page=1&pageSize=50&hiddenHits=ct7")
    }

    @Test func creates() async throws {
        let stub = Stub().on(CreateContact.self, .success(["id": "ct1"]))
        let chat = client(stub)
        let ada = CreateContactRequest(language: "EN", name: "Ada", email: "ada@example.test")
        let contactID = try await chat.createContact(ada)["id"]?.string
        #expect(contactID == "ct1")
        let body = try JSONValue(json: stub.calls(of: CreateContact.self)[0].bytes)
        #expect(body == ["name": "Ada", "language": "EN", "email": "ada@example.test"])
    }

    @Test func changes() async throws {
        let stub = Stub().on(UpdateContact.self, .success(.minimalExample))
        let chat = client(stub)
        let change = UpdateContactRequest(contact: ContactChanges(name: "Ada L.", email: .null))
        _ = try await chat.updateContact(contactID: id, body: change)
        let body = try JSONValue(json: stub.calls(of: UpdateContact.self)[0].bytes)
        #expect(body == ["contact": ["name": "Ada L.", "email": nil]])
    }

    @Test func uploads() async throws {
        let path = try SentFile.write("PNG")
        defer { SentFile.remove(path) }
        let stub = Stub().answering(UndocumentedRequest<JSONValue>.self) { call in
            #expect(call.request.path == "/v1/inbox/cb1/attachments")
            #expect(String(decoding: call.bytes, as: UTF8.self).contains("Content-Type: image/png\r\n\r\nPNG\r\n"))
            return .success(["ref": "f1"])
        }.on(SendInboxMessage.self, .success(.minimalExample))
        let chat = client(stub)
        let map = try FilePart.file(path, contentType: "image/png")
        let upload = UndocumentedRequest<JSONValue>.post("/v1/inbox/\(chatbotID)/attachments").multipart(["file": map])
        let file = try await chat.send(upload)
        let message = SendInboxMessageRequest(conversationID: conversationID, attachmentRef: file["ref"]?.string)
        _ = try await chat.sendInboxMessage(message)
        let sent = try #require(stub.calls(of: SendInboxMessage.self).first)
        #expect(sent.body.attachmentRef == "f1" && sent.body.conversationID == "cv1")
        #expect(stub.calls.last == "sendInboxMessage: POST /v1/inbox/cb1/messages")
    }

    @Test func tellsAFailure() async throws {
        let stub = Stub().on(FetchContact.self, .failure(.forbidden))
        let chat = client(stub)
        var text = ""
        do {
            _ = try await chat.fetchContact(contactID: id)
        } catch {
            guard case .response(.forbidden) = error.kind else { throw error }
            text = "The key lacks the permission chatbots.contacts.get."
        }
        #expect(text.hasSuffix("chatbots.contacts.get."))
    }

    @Test func handlesAnyFailure() async throws {
        func sentence(for error: any Error) -> String {
            guard let error = error as? any APICallError else { return "\(error)" }
            return switch error.anyKind {
            case .rateLimited: "Please wait a moment."
            case .transport: "There is no connection."
            default: error.serverMessage ?? "That did not work (\(error.requestID ?? "no id"))."
            }
        }

        let answers: [(StubAnswer<CreateContact>, String)] = [
            (.response(.json(#"{"error": "no such chatbot"}"#)), "no such chatbot"),
            (.response(.json(#"{"message": "no language"}"#, status: .badRequest)), "no language"),
            (.failure(.forbidden), "That did not work (no id)."),
            (.response(.status(.tooManyRequests)), "Please wait a moment."),
            (.problem(.cannotConnect), "There is no connection."),
        ]
        for (answer, expected) in answers {
            let stub = Stub().on(CreateContact.self, answer).on(ListContacts.self, .success(.minimalExample))
            let chat = client(stub)
            var text = ""
            do {
                _ = try await chat.listContacts()
                let ada = CreateContactRequest(language: "EN", name: "Ada")
                _ = try await chat.createContact(ada)
            } catch {
                text = sentence(for: error)
            }
            #expect(text == expected)
        }
    }

    @Test func sendsAHeader() async throws {
        let stub = Stub().on(ListContacts.self, .success(.example))
        let chat = client(stub)
        let trace = try #require(HTTPField.Name("X-Trace-ID"))
        let contacts = try await chat.listContacts(options: CallOptions(headers: [trace: "7f3a"])).contacts
        #expect(contacts?.isEmpty == false)
        #expect(stub.calls(of: ListContacts.self)[0].request.headerFields[trace] == "7f3a")
    }

    @Test func namesOfContacts() async throws {
        let ada = Contact.example { $0.name = "Ada" }
        let stub = Stub().on(ListContacts.self, .success(ListContactsResponse(contacts: [ada])))
        let chat = ChatCaptainClient(transport: stub, credentials: .chatcaptainKey("key"), chatbotID: "cb1")
        #expect(try await names(from: chat) == ["Ada"])
        #expect(stub.calls == ["listContacts: GET /v1/chatbots/cb1/contacts"])
    }

    @Test(.replaying("Recordings/contacts.har")) func namesAsRecorded() async throws {
        let chat = ChatCaptainClient(
            transport: transport, credentials: .chatcaptainKey("key"), chatbotID: "cb1", middleware: [.replaying])
        #expect(try await names(from: chat) == ["Ada"])
    }

    @Test func readsSignedMessages() throws {
        let body = try Message.example { $0.content = MessageContent(text: "Hello") }.json()
        let headers = try signature.sign(body: body, with: .hmacSHA256("the shared secret"))
        #expect(try receive(headers, body).content?.text == "Hello")
        #expect(throws: WebhookProblem.wrongSignature) { try receive(headers, body + [32]) }
    }
}
