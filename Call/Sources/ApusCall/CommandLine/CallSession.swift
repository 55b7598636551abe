internal import ApusModel
internal import ApusRuntime
internal import ApusSource
internal import HTTPTypes

/// One call: its client, its options, and what is done with the answer.
struct CallSession: Sendable {
    private let plan: CallPlan
    private let client: DeskClient
    private let words: CallWords
    private let surroundings: Surroundings
    private let server: ServerURL
    private let options: CallOptions
    private let printer: AnswerPrinter

    init(_ plan: CallPlan, _ client: DeskClient, _ words: CallWords, _ surroundings: Surroundings) throws(CallFault) {
        self.plan = plan
        self.client = client
        self.words = words
        self.surroundings = surroundings
        server = try Self.server(client.model, words, plan)
        options = try Self.options(words, client.model)
        printer = AnswerPrinter(
            isCompact: words.has(.json), file: words.last(.output), surroundings: surroundings)
        if words.has(.all), plan.paging == nil {
            throw CallFault("the operation has no pages; a rule of `paging` in apus.yaml describes them")
        }
    }

    private static func server(
        _ model: APIModel, _ words: CallWords, _ plan: CallPlan
    ) throws(CallFault) -> ServerURL {
        if let text = words.last(.server) { return ServerURL(text) }
        let decl = model.servers.servers.find(model.servers.defaultServer) ?? model.servers.servers.first
        if let decl, !ServerAddress.isRelative(decl) { return ServerAddress.url(of: decl) }
        if let own = plan.descriptor.server { return own }
        throw CallFault("--server is required: the document names no server with a host")
    }

    private static func options(_ words: CallWords, _ model: APIModel) throws(CallFault) -> CallOptions {
        var options = CallOptions(timeout: try words.seconds(.timeout), deadline: try words.seconds(.deadline))
        options.idempotencyKey = words.last(.idempotencyKey)
        if let text = words.last(.server) { options.server = ServerURL(text) }
        if let attempts = try words.number(.attempts) {
            var policy = RetryPolicy.standard
            policy.maximumAttempts = attempts
            options.retries = policy
        }
        if words.has(.noCredentials) { options.credentials = .withheld }
        for text in words.common[.header] ?? [] { options.headers.append(try header(text, model)) }
        for text in words.common[.query] ?? [] {
            let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2 else { throw CallFault("--query needs NAME=VALUE") }
            options.query.append((halves[0], halves[1]))
        }
        return options
    }

    /// Arguments are shown to every user of the machine, so that a header of a credential is none.
    private static func header(_ text: String, _ model: APIModel) throws(CallFault) -> HTTPField {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, let name = HTTPField.Name(halves[0]) else {
            throw CallFault("--header needs NAME:VALUE")
        }
        var secrets: Set<String> = ["authorization", "proxy-authorization", "cookie"]
        for scheme in model.credentials.schemes {
            if case .apiKey(let key, .header) = scheme.kind { secrets.insert(key.lowercased()) }
        }
        if secrets.contains(name.canonicalName) {
            throw CallFault("--header: \(name) is a credential, which no argument may hold; --help names its variable")
        }
        return HTTPField(name: name, value: String(halves[1].drop { $0 == " " }))
    }

    func run(_ arguments: CallArguments) async throws -> CallStatus {
        let operation = CallOperation(arguments: arguments)
        if words.has(.dryRun) || words.has(.curl) {
            try await show(CallOperation(arguments: arguments.withoutSecrets))
            return .success
        }
        let recorder = words.last(.record).map { CallRecorder(path: $0, plan, self.client.model) }
        try recorder?.prepare()
        let caller = try await makeClient(recorder)
        do {
            try await send(operation, through: caller)
        } catch {
            try recorder?.finish()
            throw error
        }
        try recorder?.finish()
        return .success
    }

    private func makeClient(_ recorder: CallRecorder?) async throws -> DocumentClient {
        let source = CallCredentials(model: client.model, prefix: client.prefix, surroundings: surroundings)
        var credentials = source.fromEnvironment
        if let command = words.last(.credentialsCommand) { credentials = source.from(command: command) }
        if let text = words.last(.oauth) {
            guard let flow = OAuthSignIn.Flow(rawValue: text) else { throw CallFault("--oauth is device or code") }
            let signIn = OAuthSignIn(
                model: client.model, server: server, words: words, prefix: client.prefix, surroundings: surroundings)
            credentials = credentials.and(try await signIn.credentials(flow))
        }
        return DocumentClient(
            client.model, server: server, transport: surroundings.transport, credentials: credentials,
            middleware: recorder.map { [$0.middleware] } ?? [], options: .standard)
    }

    private func send(_ operation: CallOperation, through client: DocumentClient) async throws {
        if words.has(.all) { return try await printItems(of: operation, through: client) }
        if plan.descriptor.streams {
            let response = try await client.stream(of: operation, options: options)
            return try await printer.print(response.body)
        }
        let answer = try await client.send(operation, options: options)
        if let result = plan.operation.result, !words.has(.whole) {
            guard let value = answer.value(at: result.pointer), !value.isNull else {
                throw CallFault(
                    .answer, "the answer has nothing at \(result.pointer); --whole prints the whole of it")
            }
            return try printer.print(.json(value))
        }
        try printer.print(answer)
    }

    private func printItems(of operation: CallOperation, through client: DocumentClient) async throws {
        let limit = try words.number(.limit) ?? .max
        var count = 0
        for try await item in client.items(of: operation, options: options) {
            try printer.print(.json(item))
            count += 1
            if count >= limit { return }
        }
    }

    /// The request that would be sent, without credentials.
    private func show(_ operation: CallOperation) async throws {
        let client = DocumentClient(
            client.model, server: server, transport: surroundings.transport, credentials: .none, middleware: [],
            options: .standard)
        do {
            if words.has(.curl) {
                return surroundings.print(line: try client.curl(operation, options: options))
            }
            let (request, body) = try operation.request(server: server, options: options)
            try await RequestPrinter(surroundings).print(
                request, body, credentials: words.has(.noCredentials) ? [] : plan.credentialLines)
        } catch let problem as EncodingProblem {
            throw CallFault("\(problem)")
        }
    }
}
