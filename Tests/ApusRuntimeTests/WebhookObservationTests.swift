import ApusPlatform
import ApusRuntime
import HTTPTypes
import Testing

/// The differences of webhooks' payloads to the document.
@Suite struct WebhookObservationTests {
    private struct Paid: APIObject {
        var id: String
        init(from object: inout ObjectReader) { id = object.required("id") }
        func write(to object: inout ObjectWriter) { object.write("id", id) }
    }

    private enum Event: APIUnion, WebhookEvent {
        case paid(Paid)
        case unknown(JSONValue)

        init(from value: inout ValueReader) {
            self = value.choose(by: "type") { name, value in
                switch name {
                case "paid": .paid(value.read())
                default: .unknown(value.read())
                }
            }
        }

        func write(to value: inout ValueWriter) {
            switch self {
            case .paid(let member): value.write(member, discriminator: "type", "paid")
            case .unknown(let member): value.writeUnknown(member)
            }
        }

        static func read(_ payload: inout WebhookPayload, named name: ByteText) -> Event {
            switch name {
            case "paid": .paid(payload.read())
            default: .unknown(payload.read())
            }
        }
    }

    private let told = Lock<[String]>([])

    private func read(_ text: String, named name: WebhookName? = nil, checks: ContractChecks) throws -> Event {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let field = HTTPField.Name("X-Event") { headers[field] = "refunded" }
        return try UnsignedWebhooks().event(headers: headers, body: Array(text.utf8), named: name, checks: checks)
    }

    @Test func payloads() throws {
        let told = told
        let checks = ContractChecks.observe { difference in told.withLock { $0.append("\(difference)") } }
        for _ in 1...2 {
            _ = try read(#"{"type":"paid","id":"1"}"#, checks: checks)
            _ = try read(#"{"type":"paid","id":"1","sum":"s3cret"}"#, checks: checks)
            _ = try read(#"{"type":"lost","id":"1"}"#, checks: checks)
            _ = try read(#"{"id":"1"}"#, named: .header("X-Event"), checks: checks)
        }
        #expect(
            told.withLock { $0 } == [
                #"the webhook of Event has a member "sum" that is not documented, a string (Paid)"#,
                "the webhook of Event has an object that is none of the documented values (Event)",
            ])
        #expect(throws: WebhookProblem.self) { try read(#"{"type":"paid"}"#, named: .member("/type"), checks: checks) }
        #expect(told.withLock { $0.last } == #"the webhook of Event lacks the required member "id" (Paid)"#)
    }

    @Test func namesAndCallbacks() throws {
        let told = told
        let checks = ContractChecks.observe { difference in told.withLock { $0.append("\(difference)") } }
        _ = try read(#"{"id":"1"}"#, named: .header("X-Event"), checks: checks)
        let paid = try UnsignedWebhooks().payload(
            Paid.self, headers: [:], body: Array(#"{"id":"1","a":1}"#.utf8), checks: checks)
        #expect(paid.id == "1")
        #expect(
            told.withLock { $0 } == [
                "the webhook of Event has a string that is none of the documented values (Event)",
                #"the webhook of Paid has a member "a" that is not documented, an integer (Paid)"#,
            ])
        // Nothing is observed unless asked for.
        _ = try read(#"{"type":"lost"}"#, checks: [])
        #expect(told.withLock(\.count) == 2)
    }
}
