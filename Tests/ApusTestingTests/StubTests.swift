import ApusRuntime
import ApusTesting
import Foundation
import HTTPTypes
import SalesCaptain
import Testing

/// What a stub answers, keeps and refuses; `StubFormatTests` has the formats.
struct StubTests {
    private let ada = UUID()
    private let bea = UUID()

    private func captain(_ stub: Stub, _ options: CallOptions = .standard) -> SalesCaptainClient {
        SalesCaptainClient(
            transport: stub, credentials: .bearerAuth("s3cret-token"), middleware: [.retries(.never)], options: options)
    }

    private func contact(_ id: UUID, _ name: String = "Ada") -> ContactResponse {
        ContactResponse(contacts: .init(data: Contact(contactID: id, name: name)))
    }

    @Test func theArgumentsMakeTheAnswer() async throws {
        let stub = Stub().on(FetchContact.self) { contact($0.contactID) }
        let captain = captain(stub)
        #expect(try await captain.fetchContact(contactID: ada).contactID == ada)
        #expect(try await captain.fetchContact(contactID: bea).contactID == bea)
        let calls = stub.calls(of: FetchContact.self)
        #expect(calls.map(\.contactID) == [ada, bea])
        #expect(calls.first?.request.headerFields[.authorization] == "Bearer s3cret-token")
        #expect(stub.calls(of: ListContacts.self).isEmpty)
        var dumped = ""
        dump(calls, to: &dumped)
        #expect(dumped.contains("fetchContact: GET") && !dumped.contains("s3cret"), "\(dumped)")
        #expect(stub.calls.first == "fetchContact: GET /v1/fetch-contact/\(ada.uuidString.lowercased())")
    }

    @Test func bodiesAreKept() async throws {
        let stub = Stub().on(CreateContact.self) { _ in
            CreatedContactResponse(contact: .init(data: CreatedContact()))
        }
        _ = try await captain(stub).createContact(NewContact(contactName: "Ada", companyID: "c"))
        let call = try #require(stub.calls(of: CreateContact.self).first)
        #expect(call.body.contactName == "Ada")
        #expect(try JSONValue(json: call.bytes)["contact_name"]?.string == "Ada")
    }

    @Test func failuresAreTyped() async throws {
        let failure = FetchContact.Failure.other(status: 404, ErrorResponse(message: "gone"))
        let stub = Stub().on(FetchContact.self, .failure(failure))
        let error = await #expect(throws: FetchContact.CallError.self) {
            try await captain(stub).fetchContact(contactID: ada)
        }
        guard case .response(.other(404, let body)) = error?.kind else {
            Issue.record("\(error.debugDescription)")
            return
        }
        #expect(body.message == "gone")
    }

    /// In order; the last one stays.
    @Test func answersFollowEachOther() async throws {
        let stub = Stub().on(
            FetchContact.self, .problem(.closedEarly), .response(.status(.serviceUnavailable)), .success(contact(ada)))
        let client = SalesCaptainClient(
            transport: stub, credentials: .bearerAuth("t"),
            middleware: [.retries(RetryPolicy(maximumAttempts: 3, initialDelay: .zero))])
        let response = try await client.response(to: FetchContact(contactID: ada))
        #expect(response.attempts == 3 && response.value == contact(ada))
        #expect(try await client.send(FetchContact(contactID: ada)) == contact(ada))
        #expect(stub.calls(of: FetchContact.self).count == 4)
    }

    @Test func pagesFollowEachOther() async throws {
        @Sendable func page(_ names: [String]) -> ContactListResponse {
            ContactListResponse(contacts: .init(data: names.map { Contact(name: $0) }))
        }
        let stub = Stub().answering(ListContacts.self) { call in
            let isFirst = call.request.path?.contains("page_number=1") == true
            return .success(page(isFirst ? (1...10).map { "\($0)" } : ["last"]))
        }
        var names: [String?] = []
        for try await contact in captain(stub).items(of: ListContacts(companyID: "c", itemsPerPage: 10)) {
            names.append(contact.name)
            if names.count > 10 { break }
        }
        #expect(names.last == "last")
    }

    @Test func whatAClosureThrowsEndsTheCall() async throws {
        struct Odd: Error {}
        let stub = Stub()
            .on(FetchContact.self) { _ in throw TransportProblem(.closedEarly, "") }
            .on(CheckHealth.self) { _ in throw Odd() }
        let early = await #expect(throws: FetchContact.CallError.self) {
            try await captain(stub).fetchContact(contactID: ada)
        }
        #expect("\(early.debugDescription)".contains("closedEarly"))
        let odd = await #expect(throws: CheckHealth.CallError.self) { try await captain(stub).checkHealth() }
        #expect("\(odd.debugDescription)".contains("Odd()"))
    }

    /// The caller hides the error, and the test fails all the same.
    @Test func whatNobodyExpectsFailsTheTest() async throws {
        let stub = Stub().on(CheckHealth.self) { _ in HealthResponse() }.on(
            FetchContact.self, .success(contact(ada)), .unexpected)
        let captain = captain(stub)
        _ = try await captain.fetchContact(contactID: ada)
        let path = "/v1/fetch-contact/\(ada.uuidString.lowercased())"
        let sentence =
            "the stub has no answer for fetchContact (GET \(path)); ready are checkHealth, "
            + "fetchContact (2 of 2 answers given)"
        await withKnownIssue {
            let error = await #expect(throws: FetchContact.CallError.self) {
                try await captain.fetchContact(contactID: ada)
            }
            #expect(error?.description == "fetchContact: unexpectedCall: \(sentence)")
            guard case .transport(let problem) = error?.kind, let cause = problem.underlying as? StubProblem else {
                Issue.record("another error")
                return
            }
            #expect(cause.operation == "fetchContact" && cause.request == "GET \(path)")
        } matching: { issue in
            issue.comments.contains { $0.rawValue == sentence }
        }
    }

    @Test func anAnswerThatIsNoneIsTold() async throws {
        let stub = Stub().on(FetchContact.self, .failure(.other(status: 204, ErrorResponse())))
        await withKnownIssue {
            let error = await #expect(throws: FetchContact.CallError.self) {
                try await captain(stub).fetchContact(contactID: ada)
            }
            #expect(error?.description.contains("status 204 is a success of fetchContact") == true)
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("status 204 is a success") }
        }
    }

    @Test func delaysEndWithTimeouts() async throws {
        let stub = Stub().on(FetchContact.self, .success(contact(ada)).delayed(by: .seconds(3600)))
        let attempt = await #expect(throws: FetchContact.CallError.self) {
            try await captain(stub, CallOptions(timeout: .milliseconds(20))).fetchContact(contactID: ada)
        }
        guard case .transport(let slow) = attempt?.kind else { return fail("another error") }
        #expect(slow.kind == .timedOut)
        let whole = await #expect(throws: FetchContact.CallError.self) {
            try await captain(stub, CallOptions(deadline: .milliseconds(20))).fetchContact(contactID: ada)
        }
        guard case .transport(let late) = whole?.kind else { return fail("another error") }
        #expect(late.kind == .deadlineExceeded)
    }

    @Test func delaysEndWithCancellation() async throws {
        let stub = Stub().on(FetchContact.self, .success(contact(ada)).delayed(by: .seconds(30)))
        let captain = captain(stub)
        let task = Task { () throws(FetchContact.CallError) in try await captain.fetchContact(contactID: ada) }
        while stub.calls.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        let error = await #expect(throws: FetchContact.CallError.self) { try await task.value }
        guard case .cancelled = error?.kind else { return fail("\(error.debugDescription)") }
    }

    @Test func shortDelaysPass() async throws {
        let stub = Stub().on(FetchContact.self, .success(contact(ada)).delayed(by: .milliseconds(5)))
        let start = ContinuousClock.now
        _ = try await captain(stub).fetchContact(contactID: ada)
        #expect(ContinuousClock.now - start >= .milliseconds(5))
    }

    @Test func credentialsAreRequired() async throws {
        let client = SalesCaptainClient(transport: Stub().on(FetchContact.self) { contact($0.contactID) })
        let error = await #expect(throws: FetchContact.CallError.self) { try await client.fetchContact(contactID: ada) }
        guard case .credentials = error?.kind else { return fail("\(error.debugDescription)") }
    }
}
