import Foundation
import Testing

@testable import ApusRuntime

/// Errors of calls whose failures have nothing in common.
@Suite struct CallErrorTests {
    private let client = PetsClient(
        transport: InMemoryTransport { request, _ in
            request.path == "/v1/pets" || request.method == .delete
                ? .json(#"{"title":"Taken"}"#, status: .conflict) : .json(#"{"message":"no"}"#, status: .unauthorized)
        }, credentials: .bearerAuth("geheim"), middleware: [.retries(.never)])

    @Test func anyErrorTellsWhatItsOwnTypeTells() async throws {
        let own = try #require(await ErrorTests.fetch(.json(#"{"message":"no"}"#, status: .unauthorized)))
        let error: any APICallError = own
        #expect(error.operation == own.operation && error.status == 401 && error.attempts == 1)
        #expect(error.body == own.body && error.requestID == own.requestID && error.retryAfter == own.retryAfter)
        #expect(error.headers[.contentType] == "application/json")
        #expect(error.serverMessage == "no")
        #expect(error.problem == nil)
        #expect("\(error)" == "\(own)" && error.localizedDescription == own.localizedDescription)
        guard case .response(let failure) = error.anyKind, case .unauthorized(let body) = failure as? StandardFailure
        else { throw error }
        #expect(body.message == "no")
    }

    @Test func everyKindIsKept() {
        let transport = TransportProblem(.timedOut, "slow")
        let kinds: [APIError<UndocumentedFailure>.Kind] = [
            .rateLimited(retryAfter: .seconds(1)), .transport(transport), .cancelled,
            .encoding(EncodingProblem(path: "a", reason: .notANumber)),
            .credentials(.missing(operation: "a", alternatives: [])), .paging(.missingPosition(pointer: "/a")),
            .decoding(DecodingProblem(path: "", offset: 0, expected: "a", found: "b")), .middleware(transport),
            .response(.undocumented(status: 400, body: RawBody(bytes: [], contentType: nil))),
        ]
        for kind in kinds {
            let error = APIError(kind, details: CallDetails(operation: "a"))
            let (own, any) = ("\(kind)", "\(error.anyKind)")
            #expect(own.prefix { $0 != "(" } == any.prefix { $0 != "(" })
        }
    }

    @Test func closuresKeepTheTypeByItsName() async {
        let client = client
        let status = await Task { () -> Int? in
            do throws(FetchPet.CallError) {
                _ = try await client.fetchPet(petID: "1")
                return nil
            } catch {
                guard case .response(.unauthorized) = error.kind else { return nil }
                return error.status
            }
        }.value
        #expect(status == 401)
    }
}
