import ApusRuntime
import ApusTesting
import Foundation
import HTTPTypes
import Testing
import Wire
import XMLShop

/// A value comes back from a stub as it was given, in each format of a body.
struct StubFormatTests {
    private let details = Details(id: "a & b", size: 7)

    private func wire(_ stub: Stub) -> WireClient { WireClient(transport: stub) }
    private func shop(_ stub: Stub) -> XMLShopClient { XMLShopClient(transport: stub) }

    private func response(_ value: Answer.Response) async throws -> APIResponse<Answer> {
        try await wire(Stub().on(Answer.self, .success(value))).response(to: Answer(kind: "x"))
    }

    /// The case names status and content type.
    @Test func casesNameTheirResponse() async throws {
        let json = try await response(.ok(.json(details)))
        #expect(json.status == 200 && json.headers[.contentType] == "application/json")
        guard case .ok(.json(details)) = json.value else { return fail("\(json.value)") }

        let text = try await response(.ok(.text("a,b\n1,2")))
        #expect(text.headers[.contentType] == "text/csv")
        guard case .ok(.text("a,b\n1,2")) = text.value else { return fail("\(text.value)") }

        let order = Order(name: "x y&z", amount: 1.5, tags: ["a", "b"])
        let form = try await response(.ok(.form(order)))
        #expect(form.headers[.contentType] == "application/x-www-form-urlencoded")
        guard case .ok(.form(order)) = form.value else { return fail("\(form.value)") }

        let later = try await response(.accepted)
        #expect(later.status == 202 && later.bytes.isEmpty)
        guard case .accepted = later.value else { return fail("\(later.value)") }

        let other = try await response(.success(status: 203, "text"))
        #expect(other.status == 203)
        guard case .success(203, "text") = other.value else { return fail("\(other.value)") }

        let odd = try await response(.undocumented(status: 299, body: RawBody(bytes: [1], contentType: "a/b")))
        #expect(odd.bytes == [1] && odd.status == 299 && odd.headers[.contentType] == "a/b")
    }

    @Test func partsAreWritten() async throws {
        let bundle = BundleModel(file: FilePart(.bytes([0, 255]), name: "f.bin"), details: details, count: 3)
        let received = try await response(.ok(.multipart(bundle)))
        guard case .ok(.multipart(let back)) = received.value else { return fail("\(received.value)") }
        #expect(back.details == details && back.count == 3 && back.file.name == "f.bin")
        #expect(try await back.file.body.collect() == [0, 255])
    }

    @Test func failuresNameTheirStatus() async throws {
        func kind(_ failure: Download.Failure) async -> Download.Failure? {
            let client = WireClient(
                transport: Stub().on(Download.self, .failure(failure, headers: [HTTPField.Name("X-Hint")!: "h"])),
                middleware: [.retries(.never)])
            do throws(Download.CallError) {
                _ = try await client.download(name: "x")
                return nil
            } catch {
                #expect(error.headers.hint == "h")
                if case .response(let failure) = error.kind { return failure }
                return nil
            }
        }
        guard case .notFound(details) = await kind(.notFound(details)) else { return fail("404") }
        guard case .serverError(507) = await kind(.serverError(status: 507)) else { return fail("507") }
        guard case .other(418, "tea") = await kind(.other(status: 418, "tea")) else { return fail("418") }
        let raw = RawBody(bytes: Array("<p>".utf8), contentType: "text/html")
        guard case .undocumented(404, raw) = await kind(.undocumented(status: 404, body: raw)) else {
            return fail("404, raw")
        }
    }

    @Test func bytesAreStreamed() async throws {
        let stub = Stub().on(Download.self, headers: [HTTPField.Name("X-Count")!: "4"]) { call in
            ByteStream(Array(call.name.utf8))
        }
        let response = try await wire(stub).response(to: Download(name: "abc"))
        #expect(response.headers.count == 4)
        #expect(try await response.value.collect() == Array("abc".utf8))
    }

    @Test func eventsAreStreamed() async throws {
        let events = [
            ServerSentEvent(name: "n", data: details, id: "1", retry: .seconds(2)), ServerSentEvent(data: details),
        ]
        let stub = Stub()
            .on(Watch.self) { _ in EventStream(events) }
            .on(Chat.self, .success(.events(EventStream([details, details]))))
            .on(Ticks.self) { _ in ItemStream([.init(event: "e", data: "two\nlines", id: "7", retry: 5)]) }
        var received: [ServerSentEvent<Details>] = []
        for try await event in try await wire(stub).watch(topic: "t") { received.append(event) }
        #expect(received.map(\.data) == [details, details] && received[0].name == "n")
        #expect(received[0].id == "1" && received[0].retry == .seconds(2))
        guard case .events(let chat) = try await wire(stub).chat(.init(stream: true)) else { return fail("chat") }
        #expect(try await chat.payloads.collect() == [details, details])
        #expect(
            try await wire(stub).ticks().collect() == [.init(event: "e", data: "two\nlines", id: "7", retry: 5)])
    }

    @Test func itemsAreStreamed() async throws {
        let items = [details, Details(id: "b")]
        let stub = Stub()
            .on(Lines.self) { _ in ItemStream(items) }
            .on(SequenceOperation.self) { _ in ItemStream(items) }
        #expect(try await wire(stub).lines().collect() == items)
        #expect(try await wire(stub).sequence().collect() == items)
    }

    @Test func voidHasNoBody() async throws {
        let stub = Stub().on(RepeatSafely.self, .success(()))
        let response = try await wire(stub).response(to: RepeatSafely())
        #expect(response.status == 204 && response.bytes.isEmpty)
    }

    /// Read-only members are what a server sends.
    @Test func xmlIsWritten() async throws {
        let invoice = Invoice(
            currency: "EUR", buyer: Party(name: "Ada", language: "en"), lines: [Line(amount: 2.5, text: "x")],
            number: 12)
        let pet = Pet(name: "Rex", photoURLs: ["a"], id: 4)
        let stub = Stub()
            .on(StoreInvoice.self) { _ in invoice }
            .on(FindPet.self) { Pet(name: "Rex", photoURLs: [], id: $0.petID) }
            .on(FindPets.self, .success([pet]))
            .on(ListFiles.self, .failure(.notFound(.xml(Problem(code: 4, message: "<none>")))))
        let stored = try await shop(stub).response(to: StoreInvoice(invoice))
        #expect(stored.value == invoice && stored.headers[.contentType] == "application/vnd.shop.invoice+xml")
        #expect(try await shop(stub).findPet(petID: 9).id == 9)
        #expect(try await shop(stub).findPets() == [pet])
        let error = await #expect(throws: ListFiles.CallError.self) { try await shop(stub).listFiles() }
        guard case .response(.notFound(.xml(let problem))) = error?.kind else {
            return fail("\(error.debugDescription)")
        }
        #expect(problem == Problem(code: 4, message: "<none>"))
    }

    @Test func xmlPartsAreWritten() async throws {
        let papers = Papers(
            invoice: Invoice(currency: "EUR", buyer: Party(name: "Ada"), lines: [], number: 12),
            pet: Pet(name: "Rex", photoURLs: ["a"], id: 4), note: "n")
        let back = try await shop(Stub().on(AddPapers.self) { _ in papers }).addPapers(petID: 4, body: papers)
        #expect(back.invoice == papers.invoice && back.pet == papers.pet && back.note == "n")
    }

    @Test func requestsOfYourOwnAreAnswered() async throws {
        let bytes = Data([0, 1, 255])
        let stub = Stub()
            .on(UndocumentedRequest<JSONValue>.self, .success(["id": 4]))
            .on(UndocumentedRequest<Details>.self, .success(details, status: .created))
            .on(UndocumentedRequest<Data>.self, .success(bytes))
            .on(UndocumentedRequest<String>.self, .success("a, b"))
        let client = wire(stub)
        #expect(try await client.send(.get("/files/4"), as: JSONValue.self) == ["id": 4])
        #expect(try await client.response(to: .post("/files").json(details), as: Details.self).value == details)
        #expect(try await client.send(.get("/files/4/content"), as: Data.self) == bytes)
        #expect(try await client.send(.get("/files/4/name"), as: String.self) == "a, b")
        #expect(stub.calls(of: UndocumentedRequest<JSONValue>.self).map(\.request.path) == ["/files/4"])
    }
}
