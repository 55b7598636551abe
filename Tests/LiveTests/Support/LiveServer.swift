import TestServers

/// A vendor's server: compares every request with the expectation that the request names, and answers as documented.
///
/// A call names its expectation in the header `x-expectation`, and itself behind a `#`: `createContact#7`. So calls of
/// one server may run side by side, and a client that mixes up two requests is caught.
final class LiveServer: Sendable {
    let url: String
    private let server: LoopbackServer
    private let records: Records

    static let header = "x-expectation"

    private init(server: LoopbackServer, records: Records) {
        self.server = server
        self.records = records
        url = server.url
    }

    static func start(_ vendor: Vendor) async throws -> LiveServer {
        let expectations = Dictionary(
            try vendor.loadExpectations().map { ($0.operation, $0) }, uniquingKeysWith: { first, _ in first })
        let records = Records()
        let server = try await LoopbackServer.start { request in
            let call = request.header(header) ?? "(a request without \(header))"
            let operation = call.split(separator: "#").first.map(String.init) ?? call
            guard let expectation = expectations[operation] else {
                let text = "no expectation \(operation) for \(request.method) \(request.path)"
                await records.add([text], of: call)
                return Answer(status: 599, headers: [Pair(name: "content-type", value: "text/plain")], body: text)
            }
            let differences = expectation.request.findDifferences(in: request)
            await records.add(differences, of: call)
            guard differences.isEmpty else {
                let text = (["\(call) is not as expected:"] + differences).joined(separator: "\n")
                return Answer(status: 599, headers: [Pair(name: "content-type", value: "text/plain")], body: text)
            }
            return Answer(expectation.response)
        }
        return LiveServer(server: server, records: records)
    }

    /// The one of this run, started when it is first asked for.
    static func shared(_ vendor: Vendor) async throws -> LiveServer {
        guard let starting = starting[vendor] else { return try await start(vendor) }
        return try await starting.value
    }

    private static let starting = Dictionary(
        uniqueKeysWithValues: Vendor.allCases.map { vendor in (vendor, Task { try await start(vendor) }) })

    /// The differences of each request that a call has sent: one list for each request.
    func requests(of call: String) async -> [[String]] {
        await records.requests[call] ?? []
    }

    private actor Records {
        private(set) var requests: [String: [[String]]] = [:]

        func add(_ differences: [String], of call: String) {
            requests[call, default: []].append(differences)
        }
    }
}
