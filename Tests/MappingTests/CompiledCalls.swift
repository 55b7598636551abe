import ApusRuntime

/// The compiled calls of one example: the requests of its `request` blocks, and the decoders of its `answer` blocks.
struct CompiledCalls: Sendable {
    /// Builders, by the Swift that makes them.
    var requests: [String: any APIOperation] = [:]
    /// By the name of the operation.
    var answers: [String: @Sendable (InMemoryTransport.Answer) async -> String] = [:]

    /// - Parameters:
    ///   - headers: The documented headers of successes, with their values.
    ///   - failing: The same of failures.
    mutating func answer<Operation: APIOperation>(
        _ type: Operation.Type, _ name: String,
        headers: @escaping @Sendable (Operation.Headers) -> [(String, Any?)] = { _ in [] },
        failing: @escaping @Sendable (Operation.Failure.Headers) -> [(String, Any?)] = { _ in [] }
    ) {
        answers[name] = { answer in
            let fields = answer.head.headerFields
            let typed =
                Self.isSuccess(answer.head.status.code, of: type)
                ? headers(Operation.Headers(fields)) : failing(Operation.Failure.Headers(fields))
            let text = typed.map { name, value in "\(name): \(value.map { "\($0)" } ?? "nil")" }
            return await Self.read(answer, as: type) + (text.isEmpty ? "" : "\n" + text.joined(separator: ", "))
        }
    }

    /// Method and target, the headers without those that all requests have, and the body, line by line.
    static func lines(of operation: some APIOperation, isChecked: Bool) async -> [String] {
        let sent = Sent()
        let transport = InMemoryTransport { request, body in
            await sent.set(text(of: request, body))
            return .status(.noContent)
        }
        var options = CallOptions.standard
        options.checks = isChecked ? .requests : []
        do {
            if !isChecked {
                let (request, body) = try operation.request(server: server)
                return text(of: request, try await body.collect())
            }
            _ = try await Client(core: ClientCore(server: server, transport: transport, client: "Pets/1"))
                .response(to: operation, options: options)
        } catch {
            if await sent.lines.isEmpty { return ["✗ \(error)"] }
        }
        return await sent.lines
    }

    private static let server: ServerURL = "https://api.test"

    private struct Client: APIClient {
        let core: ClientCore
    }

    private actor Sent {
        private(set) var lines: [String] = []

        func set(_ lines: [String]) { self.lines = lines }
    }

    private static func text(of request: HTTPRequest, _ body: [UInt8]) -> [String] {
        let host = request.authority == "api.test" ? "" : "https://" + (request.authority ?? "")
        var lines = ["\(request.method) \(host)\(request.path ?? "")"]
        // Line by line, as on a socket: repeated lines are shown separately.
        for field in request.headerFields where field.name != .accept && field.name != .userAgent {
            lines.append("\(field.name): \(field.value)")
        }
        if !body.isEmpty {
            lines.append("")
            lines += String(decoding: body, as: UTF8.self).replacing("\r\n", with: "\n")
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let boundary = request.headerFields[.contentType]?.split(separator: "boundary=").dropFirst().first
        return boundary.map { mark in lines.map { $0.replacing(mark, with: "B") } } ?? lines
    }

    private static func read<Operation: APIOperation>(
        _ answer: InMemoryTransport.Answer, as type: Operation.Type
    ) async -> String {
        var reader = ResponseReader(
            status: answer.head.status.code, headers: answer.head.headerFields,
            bytes: (try? await answer.body.collect()) ?? [])
        guard isSuccess(reader.status, of: type) else { return "✗ \(Operation.Failure.decode(&reader))" }
        let value = Operation.decode(&reader)
        if let problem = reader.problem { return "✗ \(problem)" }
        guard let sequence = value as? any AsyncSequence else { return "\(value)" }
        return await drain(sequence)
    }

    private static func isSuccess<Operation: APIOperation>(_ status: Int, of type: Operation.Type) -> Bool {
        (200..<300).contains(status) || Operation.descriptor.successes.contains(status)
    }

    private static func drain(_ sequence: some AsyncSequence) async -> String {
        var items: [String] = []
        do {
            for try await item in sequence {
                items.append((item as? [UInt8]).map { String(decoding: $0, as: UTF8.self) } ?? "\(item)")
            }
        } catch {
            items.append("✗ \(error)")
        }
        return items.joined(separator: " · ")
    }
}
