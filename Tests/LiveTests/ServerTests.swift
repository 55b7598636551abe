import ApusRuntime
import DeveloperAPI
import HTTPTypes
import TestServers
import Testing

/// The server of the live tests must itself notice every kind of difference, else the other tests prove nothing.
@Suite struct ServerTests {
    private let wanted = ReceivedRequest(
        method: "PUT", path: "/v1/a%20b", query: "q=1%2B1&r=a+b",
        headers: [
            Pair(name: "authorization", value: "Bearer t"), Pair(name: "content-type", value: "application/json"),
        ],
        body: Array(#"{"a": 1.0, "b": [true, null]}"#.utf8))

    private func expect() throws -> Expectation.Request {
        let text = #"""
            { "method": "PUT", "path": "/v1/a%20b", "query": [["q", "1+1"], ["r", "a b"]],
              "headers": { "authorization": "Bearer t", "x-extra": null }, "body": { "b": [true, null], "a": 1 } }
            """#
        return try JSON.decode(Expectation.Request.self, from: text)
    }

    @Test func acceptsWhatIsExpected() throws {
        #expect(try expect().findDifferences(in: wanted) == [])
    }

    @Test func tellsEveryDifference() throws {
        let received = ReceivedRequest(
            method: "POST", path: "/v1/a+b", query: "r=a%20b&q=1+1",
            headers: [Pair(name: "authorization", value: "Basic t"), Pair(name: "x-extra", value: "")],
            body: Array(#"{"a": 2, "c": "x", "b": [true]}"#.utf8))
        #expect(
            try expect().findDifferences(in: received) == [
                "method: expected PUT, received POST",
                "path: expected /v1/a%20b, received /v1/a+b",
                "query: expected [q=1+1, r=a b], received [r=a b, q=1 1]",
                "header authorization: expected Bearer t, received Basic t",
                "header x-extra: expected (absent), received ",
                "body.a: expected 1, received 2",
                "body.b: expected [true,null], received [true]",
                #"body.c: expected nothing, received "x""#,
            ])
    }

    @Test func tellsABodyThatShouldNotBeThere() throws {
        var expectation = try expect()
        expectation.body = .none
        #expect(
            expectation.findDifferences(in: wanted)
                == [#"body: expected none, received {"a": 1.0, "b": [true, null]}"#])
    }

    @Test(arguments: Vendor.allCases)
    func readsTheExpectations(of vendor: Vendor) async throws {
        let expectations = try vendor.loadExpectations()
        #expect(expectations.count == vendor.operationCount)
        #expect(Set(expectations.map(\.operation)).count == vendor.operationCount)
        #expect(try await LiveServer.start(vendor).url.hasPrefix("http://127.0.0.1:"))
    }

    @Test(arguments: Transport.allCases)
    func refusesWhatIsNotExpected(over transport: Transport) async throws {
        let server = try await LiveServer.start(.developerAPI)
        let client = DeveloperAPIClient(
            server: .custom("\(server.url)/api/v1"), transport: transport.shared,
            credentials: .authorization("Bearer test-token"), middleware: [.retries(.never)])
        let header = try #require(HTTPField.Name(LiveServer.header))
        let error = try #require(
            await #expect(throws: APIError<ListContacts.Failure>.self) {
                try await client.listContacts(
                    companyID: "c+2", options: CallOptions(headers: [header: "listContacts#1"]))
            })
        let difference = "query: expected [companyId=c 1+1/ä&b=[x]#?%], received [companyId=c+2]"
        #expect(error.status == 599)
        #expect(String(decoding: error.body, as: UTF8.self).contains(difference))
        #expect(await server.requests(of: "listContacts#1") == [[difference]])
    }
}
