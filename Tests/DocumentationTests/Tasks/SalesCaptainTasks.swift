import ApusExamples
import ApusRuntime
import ApusTesting
import ApusWebhooks
import Foundation
import HTTPTypes
import SalesCaptain
import SalesCaptainExamples
import Testing

private let signature = WebhookSignature(
    .hmacSHA256("the shared secret"), header: "X-Signature", member: "v1", timestamp: .member("t"),
    content: [.timestamp, .text("."), .body])

/// The code under test of the last three tasks.
private func greeting(for id: UUID, from captain: SalesCaptainClient) async throws -> String {
    "Hello \(try await captain.fetchContact(contactID: id).name ?? "–")"
}

private func receive(_ headers: HTTPFields, _ body: [UInt8]) throws(WebhookProblem) -> Message {
    try signature.payload(headers: headers, body: body)
}

/// The article TenTasks has its code for SalesCaptain from here.
@Suite("Ten tasks with SalesCaptain") struct SalesCaptainTasks {
    private let id = UUID()
    private let recordedID = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1))
    private let transport = ClosedTransport()

    private func client(_ stub: Stub) -> SalesCaptainClient {
        SalesCaptainClient(
            transport: stub, credentials: .bearerAuth("key"), companyID: "c1", middleware: [.retries(.never)])
    }

    @Test func makesAClient() {
        let captain = SalesCaptainClient(transport: transport, credentials: .bearerAuth("key"), companyID: "c1")
        _ = captain
    }

    @Test func lists() async throws {
        let stub = Stub().on(
            ListContacts.self, .result([Contact(name: "Ada"), Contact(name: "Bea")]), .result([]))
        let captain = client(stub)
        var names: [String] = []
        let list = ListContacts(itemsPerPage: 100, sortBy: .name, filter: .email)
        for try await contact in captain.items(of: list) {
            names.append(contact.name ?? "–")
        }
        #expect(names == ["Ada", "Bea"])
        let paths = stub.calls(of: ListContacts.self).map { $0.request.path ?? "" }
        #expect(paths[0] == "/v1/list-contacts/c1?page_number=1&items_per_page=100&sort_by=name&filter=email")
        #expect(paths[1].hasPrefix("/v1/list-contacts/c1?") && paths[1].contains("page_number=2") && paths.count == 2)
    }

    @Test func creates() async throws {
        let stub = Stub().on(CreateContact.self, .result(.example { $0.contactID = id }))
        let captain = client(stub)
        let ada = NewContact(contactName: "Ada", contactEmail: "ada@example.test")
        let contactID = try await captain.createContact(ada).contactID
        #expect(contactID == id)
        let body = try JSONValue(json: stub.calls(of: CreateContact.self)[0].bytes)
        #expect(body == ["company_id": "c1", "contact_name": "Ada", "contact_email": "ada@example.test"])
    }

    @Test func changes() async throws {
        let stub = Stub().on(UpdateContact.self, .result(Contact(name: "Ada L.")))
        let captain = client(stub)
        let change = ContactChange(name: "Ada L.", email: .null)
        let name = try await captain.updateContact(contactID: id, body: change).name
        #expect(name == "Ada L.")
        let body = try JSONValue(json: stub.calls(of: UpdateContact.self)[0].bytes)
        #expect(body == ["company_id": "c1", "name": "Ada L.", "email": nil])
    }

    @Test func uploads() async throws {
        let path = try SentFile.write("PNG")
        defer { SentFile.remove(path) }
        let stub = Stub().answering(UndocumentedRequest<JSONValue>.self) { call in
            #expect(call.request.headerFields[.authorization] == "Bearer key")
            #expect(String(decoding: call.bytes, as: UTF8.self).contains("Content-Type: image/png\r\n\r\nPNG\r\n"))
            return .success(["path": .string(call.request.path ?? "")])
        }
        let captain = client(stub)
        let map = try FilePart.file(path, contentType: "image/png")
        let file = try await captain.send(.post("/v1/files").multipart(["file": map]), as: JSONValue.self)
        #expect(file["path"] == "/v1/files")
    }

    @Test func tellsAFailure() async throws {
        let stub = Stub().on(FetchContact.self, .failure(.other(status: 404, ErrorResponse(message: "gone"))))
        let captain = client(stub)
        var text = ""
        do {
            text = try await captain.fetchContact(contactID: id).name ?? "–"
        } catch {
            guard case .response(.other(404, let failure)) = error.kind else { throw error }
            text = failure.message ?? "This contact does not exist."
        }
        #expect(text == "gone")
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

        let answers: [(StubAnswer<ListCustomFields>, String)] = [
            (.response(.json(#"{"status": "failure", "message": "no such company"}"#)), "no such company"),
            (.failure(.other(status: 404, ErrorResponse(error: "gone"))), "gone"),
            (.response(.json("{}", status: .internalServerError)), "That did not work (no id)."),
            (.problem(.cannotConnect), "There is no connection."),
        ]
        for (answer, expected) in answers {
            let stub = Stub().returning(FetchContact.self) { _ in .example }.on(ListCustomFields.self, answer)
            let captain = client(stub)
            var text = ""
            do {
                _ = try await captain.fetchContact(contactID: id)
                _ = try await captain.listCustomFields()
            } catch {
                text = sentence(for: error)
            }
            #expect(text == expected)
        }
    }

    @Test func sendsAHeader() async throws {
        let stub = Stub().on(FetchContact.self, .result(Contact(name: "Ada")))
        let captain = client(stub)
        let trace = try #require(HTTPField.Name("X-Trace-ID"))
        let name = try await captain.fetchContact(contactID: id, options: CallOptions(headers: [trace: "7f3a"])).name
        #expect(name == "Ada")
        #expect(stub.calls(of: FetchContact.self)[0].request.headerFields[trace] == "7f3a")
    }

    @Test func greets() async throws {
        let stub = Stub().on(FetchContact.self, .result(.example { $0.name = "Ada" }))
        let captain = SalesCaptainClient(transport: stub, credentials: .bearerAuth("key"))
        #expect(try await greeting(for: id, from: captain) == "Hello Ada")
        #expect(stub.calls(of: FetchContact.self).map(\.contactID) == [id])
    }

    @Test(.replaying("Recordings/contact.har")) func greetsAsRecorded() async throws {
        let captain = SalesCaptainClient(
            transport: transport, credentials: .bearerAuth("key"), middleware: [.replaying])
        #expect(try await greeting(for: recordedID, from: captain) == "Hello Ada")
    }

    @Test func readsSignedMessages() throws {
        let body = try Message.example { $0.message = "Hello" }.json()
        let headers = try signature.sign(body: body, with: .hmacSHA256("the shared secret"))
        #expect(try receive(headers, body).message == "Hello")
        #expect(throws: WebhookProblem.wrongSignature) { try receive(headers, body + [32]) }
    }
}
