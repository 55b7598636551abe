import ApusContract
import ApusMock
import ApusPipeline
import ApusRuntime
import ApusSource
import ApusSpec
import Foundation
import HTTPTypes
import SalesCaptain
import TestSupport
import Testing

/// The vendors' documents: the requests of the live suites, and generated clients.
struct VendorTests {
    private static let vendors = [
        "SalesCaptain": ("salescaptain", 26), "ChatCaptain": ("chatcaptain", 68), "Salesmsg": ("salesmsg", 49),
        "DeveloperAPI": ("developer-api", 3),
    ]

    /// Requests that go beyond their document on purpose, with a part of the reason why they are refused.
    private static let refused = ["createChatbotVersion": "/environment"]

    /// Members that a request of the suites has beyond its document: they are members of the resource that it makes, and so of the answer.
    private static let echoed = ["SalesCaptain createContact": ["member /contact/data/custom_fields/*"]]

    private static func workspace(_ clients: [String] = []) throws -> MockWorkspace {
        try MockWorkspace.load(Repository.url(of: "apus.yaml").path, clients: clients)
    }

    /// The body that a request of the live suites has, with its content type.
    private static func body(_ expected: JSONValue?) -> (text: String, type: String)? {
        guard let expected, !expected.isNull else { return nil }
        guard let form = expected["$form"]?.array else { return (expected.description, "application/json") }
        let pairs = form.map { "\(encode($0[0]?.string))=\(encode($0[1]?.string))" }
        return (pairs.joined(separator: "&"), "application/x-www-form-urlencoded")
    }

    private static func encode(_ text: String?) -> String {
        (text ?? "").addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// Every request that the live suites expect of the generated client is accepted, and the answer is one of the document.
    @Test(arguments: vendors.keys.sorted())
    func requestsOfTheLiveSuitesAreAnswered(_ client: String) async throws {
        let (file, count) = try #require(Self.vendors[client])
        let text = try String(
            contentsOf: Repository.url(of: "Tests/LiveTests/Expectations/\(file).json"), encoding: .utf8)
        let expectations = try #require(try JSONValue(json: text).array)
        #expect(expectations.count == count)
        let workspace = try Workspace.load(Repository.url(of: "apus.yaml").path).selecting([client])
        let document = try #require(try ClientDocument.read(workspace.clients[0], of: workspace).document)
        let contract = Contract(document.document)
        let mock = try Self.workspace([client])
        let transport = mock.transport()
        for expectation in expectations {
            let name = expectation["operation"]?.string ?? ""
            // The suite's requests are in the order of the document: some are about what an earlier one has deleted.
            await mock.reset()
            let request = try #require(expectation["request"])
            let query = (request["query"]?.array ?? []).map {
                "\(Self.encode($0[0]?.string))=\(Self.encode($0[1]?.string))"
            }
            let path = request["path"]?.string ?? ""
            let target = path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
            var headers = Dictionary(
                (request["headers"]?.object ?? [:]).compactMap { member in member.value.string.map { (member.key, $0) }
                },
                uniquingKeysWith: { $1 })
            let body = Self.body(request["body"])
            headers["Content-Type"] = headers.removeValue(forKey: "content-type") ?? body?.type
            let method = request["method"]?.string ?? ""
            let answer = try await Mocked.send(
                method, target, headers, body: body?.text, over: transport, at: "http://mock.test")
            if let reason = Self.refused[name] {
                #expect(answer.status == 400 && answer.text.contains(reason), "\(name): \(answer.text)")
                continue
            }
            #expect((200..<400).contains(answer.status), "\(name): \(answer.status) \(answer.text.prefix(300))")
            var found = DifferenceList()
            let sent = ContractRequest(method: method, url: target)
            contract.check(
                ContractExchange(
                    request: sent,
                    response: ContractResponse(
                        status: answer.status,
                        headers: answer.headers.map { (name: $0.name.canonicalName, value: $0.value) },
                        body: answer.body)), into: &found)
            let differences = found.all.map(\.difference).filter {
                $0.part.hasPrefix("the response") || $0.kind == .status
            }
            #expect(
                differences.map { "\($0.kind) \($0.pointer)" } == Self.echoed["\(client) \(name)"] ?? [],
                "\(name): \(differences.map { "\($0.kind) \($0.name) \($0.pointer)" })")
        }
    }

    @Test(arguments: MockWay.allCases)
    func generatedClientsPageAndChange(_ way: MockWay) async throws {
        try await way.run(Self.workspace()) { transport, url in
            let client = SalesCaptainClient(
                server: .custom(url + "/SalesCaptain"), transport: transport, credentials: .bearerAuth("k"),
                companyID: "5a6b7c8d-2222-4333-8444-555566667777")
            var ids: Set<UUID?> = []
            for try await contact in client.items(of: SalesCaptain.ListContacts()) { ids.insert(contact.contactID) }
            #expect(ids.count == 25 && !ids.contains(nil))
            let created = try await client.createContact(NewContact(contactName: "Zoe", contactPhone: "+12025550101"))
            let id = try #require(created.contactID)
            #expect(!ids.contains(id))
            _ = try await client.updateContact(contactID: id, body: ContactChange(name: "Ada"))
            let found = try await client.fetchContact(contactID: id)
            #expect(found.contactID == id && found.name == "Ada")
            var names: [String?] = []
            for try await contact in client.items(of: SalesCaptain.ListContacts()) where contact.contactID == id {
                names.append(contact.name)
            }
            #expect(names == ["Ada"])
            let deleted = try await client.deleteContact(contactID: id)
            #expect(deleted.contactID == id)
            await #expect(throws: (any Error).self) { try await client.fetchContact(contactID: id) }
        }
    }
}
