import ApusCodec
import ApusJSON
import ApusPipeline
import ApusRuntime
import ApusSource
import HTTPTypes

/// A server for the clients of a workspace, from their documents alone.
///
/// It has no connections: a server passes requests to ``answer(_:)``, and ``transport(for:)`` answers in process, both alike. A request to
/// `/SalesCaptain/v1/tags` is for the client `SalesCaptain`; where there is one client only, its name may be left out.
///
/// Paths below `/__mock` control it: `POST /__mock/reset` forgets what was created, `POST /__mock/webhooks/NAME` sends a message.
public final class MockWorkspace: Sendable {
    private let apis: [MockAPI]
    private let webhooks: MockWebhooks?

    private init(_ apis: [MockAPI], webhooks: MockWebhooks?) {
        self.apis = apis
        self.webhooks = webhooks
    }

    /// Reads the documents of a workspace's clients with their overlays and rules.
    ///
    /// - Parameters:
    ///   - path: The path of an `apus.yaml`.
    ///   - clients: The names of clients; empty: all of them.
    ///   - options: The behaviour that the documents do not say.
    ///   - webhooks: Sends the messages that are asked for; nil: none is sent.
    /// - Throws: ``MockProblem`` with every finding.
    public static func load(
        _ path: String, clients: [String] = [], options: MockOptions = MockOptions(), webhooks: MockWebhooks? = nil
    ) throws(MockProblem) -> MockWorkspace {
        let workspace: Workspace
        do throws(WorkspaceProblem) {
            workspace = try Workspace.load(path).selecting(clients)
        } catch {
            throw MockProblem(error.description)
        }
        return try load(workspace, options, webhooks)
    }

    /// Reads one document without a workspace.
    ///
    /// - Parameters:
    ///   - path: The path of the document.
    ///   - overlays: The paths of overlays, in the order of their application.
    ///   - options: The behaviour that the document does not say.
    ///   - webhooks: Sends the messages that are asked for; nil: none is sent.
    /// - Throws: ``MockProblem`` with every finding.
    public static func load(
        document path: String, overlays: [String] = [], options: MockOptions = MockOptions(),
        webhooks: MockWebhooks? = nil
    ) throws(MockProblem) -> MockWorkspace {
        var client = ClientConfiguration(name: "API", spec: path, output: "")
        client.overlays = overlays
        return try load(Workspace.single(client), options, webhooks)
    }

    private static func load(
        _ workspace: Workspace, _ options: MockOptions, _ webhooks: MockWebhooks?
    ) throws(MockProblem) -> MockWorkspace {
        var apis: [MockAPI] = []
        for client in workspace.clients {
            let (document, findings): (ClientDocument?, Findings)
            do {
                (document, findings) = try ClientDocument.read(client, of: workspace)
            } catch {
                throw MockProblem("\(error)")
            }
            guard let document else { throw MockProblem(findings.text) }
            apis.append(MockAPI(client.name, document, options))
        }
        return MockWorkspace(apis, webhooks: webhooks)
    }

    /// The names of the clients, in the order of the workspace.
    public var clients: [String] { apis.map(\.name) }

    /// Forgets every resource that was created, and counts requests from zero.
    public func reset() async {
        for api in apis { await api.reset() }
    }

    /// The messages of the webhooks of all documents.
    public func events() async -> [MockEvent] {
        var events: [MockEvent] = []
        for api in apis { events += await api.events() }
        return events
    }

    /// The answer to a request. The caller waits ``MockAnswer/delay`` before it sends the answer.
    public func answer(_ request: MockRequest) async -> MockAnswer {
        let path = request.target.utf8.prefix { $0 != UInt8(ascii: "?") }
        let first = path.split(separator: UInt8(ascii: "/"), maxSplits: 1).first ?? path[path.endIndex...]
        if first.elementsEqual(Self.control.utf8) { return await control(request, path: String(Substring(path))) }
        let named = apis.first { Self.areSame($0.name, String(Substring(first))) }
        if let named {
            var inner = request
            let rest = request.target.utf8[first.endIndex...]
            inner.target = rest.first == UInt8(ascii: "/") ? String(Substring(rest)) : "/" + String(Substring(rest))
            inner.origin = request.origin + "/" + named.name
            return await named.answer(inner)
        }
        if apis.count == 1 { return await apis[0].answer(request) }
        return ProblemWriter(nil, MockOptions()).answer(
            Refusal(
                404, part: "the path",
                "must begin with the name of a client: " + clients.map { "/" + $0 }.joined(separator: ", ")))
    }

    private static let control = "__mock"

    /// Names of clients are ASCII.
    private static func areSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && left.lowercased().utf8.elementsEqual(right.lowercased().utf8)
    }

    /// The transport of one client, in process.
    ///
    /// - Parameter client: Its name; nil for the only one, or for requests whose paths name theirs.
    public func transport(for client: String? = nil) -> MockTransport {
        MockTransport(self, prefix: client.map { "/" + $0 } ?? "")
    }
}

/// A request for the server itself, which no document describes.
extension MockWorkspace {
    private func control(_ request: MockRequest, path: String) async -> MockAnswer {
        let problems = ProblemWriter(nil, MockOptions())
        // Pages of a browser have no say.
        if let origin = HTTPField.Name("Origin"), request.headers[origin] != nil {
            return problems.answer(Refusal(403, "comes from a page of a browser"))
        }
        guard request.method == "POST" else {
            return problems.answer(
                Refusal(405, part: "the path", "takes POST", headers: [(name: "Allow", value: "POST")]))
        }
        let words = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        if words.count == 2, words[1] == "reset" {
            await reset()
            return MockAnswer(status: 204)
        }
        guard words.count > 2, words[1] == "webhooks" else {
            return problems.answer(Refusal(404, part: "the path", "is none of /__mock/reset and /__mock/webhooks/NAME"))
        }
        return await send(words[2...].joined(separator: "/"), problems)
    }

    private func send(_ path: String, _ problems: ProblemWriter) async -> MockAnswer {
        let name = JSONPointer.decodePercent(path)
        let events = await events()
        guard let webhooks else {
            return problems.answer(Refusal(409, part: "the server", "has no address for webhooks"))
        }
        let same = { (event: MockEvent) in
            let own = event.name.utf8.first == UInt8(ascii: "/") ? String(event.name.dropFirst()) : event.name
            return own.utf8.elementsEqual(name.utf8)
        }
        guard let event = events.first(where: same) else {
            let names = events.prefix(20).map { HeaderText.safe($0.name) }.joined(separator: ", ")
            return problems.answer(Refusal(404, part: "the webhook", "is none of the documents': \(names)"))
        }
        do {
            let status = try await webhooks.send(event)
            let value: JSONValue = ["event": .string(event.name), "status": .number(JSONNumber(status))]
            return MockAnswer(
                status: 200, headers: [.contentType: "application/json"], body: .bytes(value.serialized()))
        } catch {
            return problems.answer(Refusal(502, part: "the webhook", "cannot be sent: \(HeaderText.safe("\(error)"))"))
        }
    }
}
