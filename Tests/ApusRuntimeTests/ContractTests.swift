import ApusPlatform
import Testing

@testable import ApusCodec
@testable import ApusRuntime

extension Pet: APIConstrained {
    static var constraints: StaticString { #"{"properties":{"name":{"maxLength":5}}}"# }
}

/// A client that checks requests and responses against the document.
@Suite struct ContractTests {
    private func client(answering text: String) -> PetsClient {
        PetsClient(transport: InMemoryTransport { _, _ in .json(text) }, credentials: .bearerAuth("t0ken"))
    }

    @Test func refusesToSendWhatTheDocumentForbids() async throws {
        let client = PetsClient(
            transport: InMemoryTransport { _, _ in
                Issue.record("nothing may be sent")
                return .status(.noContent)
            })
        do {
            _ = try await client.send(
                CreatePet(body: Pet(petID: "1", name: "Leviathan")), options: CallOptions(checks: .requests))
            Issue.record("no error")
        } catch {
            guard case .encoding(let problem) = error.kind else {
                Issue.record("another error: \(error)")
                return
            }
            #expect(problem.description == "body: name: at most 5 characters (maxLength)")
        }
    }

    @Test func sendsAnythingUnlessAsked() async throws {
        let body = Lock<[UInt8]>([])
        let client = PetsClient(
            transport: InMemoryTransport { _, bytes in
                body.withLock { $0 = bytes }
                return .status(.noContent)
            })
        _ = try await client.send(CreatePet(body: Pet(petID: "1", name: "Leviathan")))
        #expect(String(decoding: body.withLock { $0 }, as: UTF8.self) == #"{"pet_id":"1","name":"Leviathan"}"#)
    }

    @Test(arguments: [
        (#"{"pet_id":"1","name":"Rex"}"#, nil),
        (
            #"{"pet_id":"1","name":"Leviathan"}"#,
            "name: expected at most 5 characters, found something else (maxLength) (offset 21)"
        ),
        (
            #"{"pet_id":"1","shoe":4}"#,
            "shoe: expected no member of this name, found something else (additionalProperties) (offset 21)"
        ),
        (
            #"{"pet_id":"1","pet_id":"2"}"#,
            "pet_id: expected a name that occurs once, found something else (uniqueNames) (offset 10)"
        ),
    ])
    func readsStrictly(text: String, problem: String?) async throws {
        _ = try await client(answering: text).send(FetchPet(petID: "1"))
        do {
            _ = try await client(answering: text).send(FetchPet(petID: "1"), options: CallOptions(checks: .responses))
            #expect(problem == nil)
        } catch {
            guard case .decoding(let found) = error.kind else {
                Issue.record("another error: \(error)")
                return
            }
            #expect(found.description == problem)
        }
    }

    @Test(arguments: [
        ("9007199254740993", "minimum", "9007199254740992", true),
        ("9007199254740991", "minimum", "9007199254740992", false),
        ("-0.5", "minimum", "-0.25", false), ("-0.25", "minimum", "-0.5", true), ("0", "minimum", "-1e-30", true),
        ("1e3", "maximum", "999.9", false), ("1e2", "maximum", "100.0", true),
        ("100", "exclusiveMaximum", "1e2", false),
        ("0.3", "multipleOf", "0.1", true), ("1e22", "multipleOf", "3", false), ("4.5", "multipleOf", "1.5", true),
        ("7", "multipleOf", "0.01", true), ("0.075", "multipleOf", "0.01", false), ("0", "multipleOf", "7", true),
    ])
    func comparesNumbersInDecimal(number: String, keyword: String, bound: String, isValid: Bool) throws {
        let schema = try JSONValue(json: #"{"\#(keyword)":\#(bound)}"#)
        #expect(ConstraintChecker.accepts(try JSONValue(json: number), schema) == isValid)
    }
}
