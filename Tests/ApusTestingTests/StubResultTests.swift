import ApusRuntime
import ApusTesting
import Foundation
import HTTPTypes
import SalesCaptain
import Testing

/// Stubs of operations whose method returns a part of the success.
struct StubResultTests {
    private struct CountNames: ResultOperation {
        struct Names: APIObject {
            let total: Int
            let names: [String]?

            init(from object: inout ObjectReader) {
                total = object.required("total")
                names = object.optional("~/names")
            }

            func write(to object: inout ObjectWriter) {
                object.write("total", total)
                object.write("~/names", names)
            }
        }

        static let descriptor = OperationDescriptor(id: "countNames", method: .get, path: "/names")
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> Names { response.json() }
        static var resultPointer: String { "/~0~1names" }
        static func result(of success: Names) -> [String]? { success.names }
        typealias Failure = UndocumentedFailure
    }

    /// The same with nothing required.
    private struct ListNames: ResultOperation {
        static let descriptor = OperationDescriptor(id: "listNames", method: .get, path: "/names")
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        static var resultPointer: String { "/~0~1names/0" }
        static func result(of success: JSONValue) -> JSONValue? { success["~/names"]?["0"] }
        typealias Failure = UndocumentedFailure
    }

    private func captain(_ stub: Stub) -> SalesCaptainClient {
        SalesCaptainClient(
            transport: stub, credentials: .bearerAuth("t"), companyID: "c", middleware: [.retries(.never)])
    }

    @Test func whatTheMethodReturnsIsTheAnswer() async throws {
        let id = UUID()
        let stub = Stub()
            .returning(FetchContact.self) { call in Contact(contactID: call.contactID, name: "Ada") }
            .on(
                ListContacts.self, .failure(.other(status: 503, ErrorResponse())),
                .result([Contact(name: "Ada"), Contact(name: "Bea")], headers: [.server: "stub"]), .result([]))
        let captain = captain(stub)
        #expect(try await captain.fetchContact(contactID: id) == Contact(contactID: id, name: "Ada"))
        await #expect(throws: ListContacts.CallError.self) { try await captain.listContacts() }
        let whole = try await captain.response(to: ListContacts())
        #expect(whole.value.contacts?.data?.map(\.name) == ["Ada", "Bea"])
        #expect(whole.status == 200 && whole.headers[.server] == "stub" && whole.value.message == nil)
        #expect(try await captain.listContacts() == [])
    }

    @Test func pointersAreEscaped() async throws {
        struct Client: APIClient { let core: ClientCore }
        let stub = Stub().on(ListNames.self, .result("Ada", status: .created))
        let client = Client(core: ClientCore(server: "https://a.test", transport: stub, client: "Names/1"))
        #expect(try await client.result(of: ListNames()) == "Ada")
        #expect(try await client.response(to: ListNames()).status == 201)
    }

    /// A success that needs more than what the method returns is not invented.
    @Test func whatIsRequiredBesideIsTold() async throws {
        struct Client: APIClient { let core: ClientCore }
        let stub = Stub().on(CountNames.self, .result(["Ada"]))
        let client = Client(core: ClientCore(server: "https://a.test", transport: stub, client: "Names/1"))
        await withKnownIssue {
            let error = await #expect(throws: CountNames.CallError.self) { try await client.result(of: CountNames()) }
            let text = error?.description ?? ""
            #expect(
                text.contains("the value at /~0~1names cannot be read, total") && text.contains("the whole success"))
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("answer with the whole success") }
        }
    }
}
