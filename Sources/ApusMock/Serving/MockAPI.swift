import ApusContract
import ApusLowering
import ApusModel
import ApusPipeline
import ApusRuntime
import ApusSource
import ApusSpec
import HTTPTypes

/// The server of one client: its document, and the resources that requests have made.
actor MockAPI {
    nonisolated let name: String
    nonisolated let options: MockOptions
    private let mock: MockDocument
    private let credentials: CredentialCheck
    private let paths: DocumentedPaths
    private var roles: [SourceKey: ResourceRole?] = [:]
    private var store: ResourceStore
    private var window: RequestWindow?

    init(_ name: String, _ client: ClientDocument, _ options: MockOptions) {
        self.name = name
        self.options = options
        store = ResourceStore(entryLimit: options.resourceLimit)
        mock = MockDocument(client)
        credentials = CredentialCheck(client.document)
        paths = DocumentedPaths(client.document.paths.flatMap(\.operations))
        window = Self.window(options, client.options.rules.rateLimit)
    }

    private static func window(_ options: MockOptions, _ rule: RateLimitDecl?) -> RequestWindow? {
        if let limit = options.limit { return RequestWindow(limit) }
        guard options.usesConfiguredLimit, let rule, rule.requests > 0, rule.window > 0 else { return nil }
        return RequestWindow(
            MockOptions.Limit(requests: rule.requests, window: .milliseconds(rule.window)),
            block: rule.block.map { .milliseconds($0) })
    }

    /// Forgets every resource, and the requests that were counted.
    func reset() {
        store = ResourceStore(entryLimit: options.resourceLimit)
        window = Self.window(options, mock.rules.rateLimit)
    }

    func events() -> [MockEvent] { mock.events() }

    func answer(_ request: MockRequest) -> MockAnswer {
        let preferences = Preferences(request.headers)
        var answer = DocumentStack.run { self.answer(request, preferences) }
        answer.delay = preferences.delay(standard: options.delay)
        if !preferences.applied.isEmpty {
            answer.headers.set("Preference-Applied", preferences.applied.joined(separator: ", "))
        }
        // A page of another origin cannot take an answer for a document of its own.
        answer.headers.set("X-Content-Type-Options", "nosniff")
        if request.method == "HEAD" { answer.body = .bytes([]) }
        return answer
    }

    private func answer(_ request: MockRequest, _ preferences: Preferences) -> MockAnswer {
        if request.target.utf8.count > MockOptions.targetLimit {
            return ProblemWriter(nil, options).answer(
                Refusal(414, "has a target of more than \(MockOptions.targetLimit) bytes"))
        }
        if request.body.count > options.bodyLimit {
            return ProblemWriter(nil, options).answer(
                Refusal(413, "has a body of more than \(options.bodyLimit) bytes"))
        }
        guard let operation = operation(of: request) else { return unrouted(request) }
        let writer = AnswerWriter(mock: mock, operation: operation, request: request)
        let problems = ProblemWriter(writer, options)
        let state = window?.count(at: .now)
        if let state, state.isExceeded {
            var answer = problems.answer(
                Refusal(
                    429, "is one more than \(state.limit) in a window",
                    headers: [(name: "Retry-After", value: "\(state.reset)")]))
            fill(&answer.headers, state)
            return answer
        }
        var answer: MockAnswer
        do throws(AnswerWriter.Problem) {
            answer = try serve(request, preferences, writer)
        } catch {
            answer = problems.answer(error.refusal)
        }
        if let state { fill(&answer.headers, state) }
        return answer
    }

    private func operation(of request: MockRequest) -> Operation? {
        mock.operation(request.method, request.target)
            ?? (request.method == "HEAD" ? mock.operation("GET", request.target) : nil)
    }

    private func unrouted(_ request: MockRequest) -> MockAnswer {
        let methods = mock.contract.methods(at: request.target)
        let all = methods.contains("GET") && !methods.contains("HEAD") ? methods + ["HEAD"] : methods
        let allow = (all + (methods.contains("OPTIONS") ? [] : ["OPTIONS"])).joined(separator: ", ")
        if methods.isEmpty {
            return ProblemWriter(nil, options).answer(
                Refusal(404, part: "the document", "has no operation at this path"))
        }
        if request.method == "OPTIONS" {
            var headers = HTTPFields()
            headers.set("Allow", allow)
            return MockAnswer(status: 204, headers: headers)
        }
        return ProblemWriter(nil, options).answer(
            Refusal(
                405, part: "the document", "has no operation of this method at this path",
                headers: [(name: "Allow", value: allow)]))
    }

    private func serve(
        _ request: MockRequest, _ preferences: Preferences, _ writer: AnswerWriter
    ) throws(AnswerWriter.Problem) -> MockAnswer {
        if let fault = preferences.fault {
            throw AnswerWriter.Problem(refusal: Refusal(400, fault))
        }
        if let status = preferences.status { return try answer(status, preferences, writer) }
        if options.checksRequests {
            if let refusal = credentials.refusal(of: request, for: writer.operation) {
                throw AnswerWriter.Problem(refusal: refusal)
            }
            let check = RequestCheck(mock, writer.operation, isStrict: options.isStrict)
            if let refusal = check.refusal(of: Self.withoutLinks(request)) {
                throw AnswerWriter.Problem(refusal: refusal)
            }
        }
        let (status, response) = mock.success(of: writer.operation)
        var draft = try writer.draft(status, response, example: preferences.example)
        if preferences.example == nil, let role = role(of: writer.operation, draft) {
            draft = try ResourceAnswer(writer: writer, role: role, options: options).answer(draft, &store)
        }
        return writer.finish(draft, options)
    }

    /// The answer of a status: the document's own, or a problem for a failure that it does not have.
    private func answer(
        _ status: Int, _ preferences: Preferences, _ writer: AnswerWriter
    ) throws(AnswerWriter.Problem) -> MockAnswer {
        if let response = mock.response(status, of: writer.operation) {
            var answer = writer.finish(try writer.draft(status, response, example: preferences.example), options)
            // Documents have texts for it that are neither seconds nor a date.
            let wait = answer.headers[.retryAfter].flatMap { UInt32($0) }
            if [429, 503].contains(status), wait == nil { answer.headers[.retryAfter] = "1" }
            return answer
        }
        guard status >= 400 else {
            throw AnswerWriter.Problem(
                refusal: Refusal(400, part: "Prefer: code", "names \(status), which the operation does not have"))
        }
        let headers = [429, 503].contains(status) ? [(name: "Retry-After", value: "1")] : []
        throw AnswerWriter.Problem(refusal: Refusal(status, "asks for this status", headers: headers))
    }

    /// The request without the parameter of links to further pages, which no document has.
    private static func withoutLinks(_ request: MockRequest) -> MockRequest {
        let parts = request.target.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1)
        guard parts.count > 1 else { return request }
        let name = PageRule.linkParameter + "="
        let pairs = parts[1].split(separator: UInt8(ascii: "&")).filter { !$0.starts(with: name.utf8) }
        var request = request
        request.target = String(Substring(parts[0])) + "?" + pairs.map { String(Substring($0)) }.joined(separator: "&")
        return request
    }

    private func role(of operation: Operation, _ draft: AnswerWriter.Draft) -> ResourceRole? {
        let key = SourceKey("\(operation.mark.file.index)#" + operation.pointer)
        if let known = roles[key] { return known }
        let noun = PathValues.segments(of: operation.path).last { PathValues.parameter(in: $0) == nil } ?? ""
        let words = NameWords.singular(NameWords.split(noun))
        let hasList = draft.value.map { value in
            ResourceShape.list(in: value) != nil && ResourceShape.resource(in: value, noun: words) == nil
        }
        let isList = mock.decl(of: operation)?.paging != nil || hasList ?? false
        let role = ResourceRole(operation, paths: paths, isList: isList)
        roles[key] = .some(role)
        return role
    }

    /// Sets the documented header fields about limits.
    private func fill(_ headers: inout HTTPFields, _ state: RequestWindow.State) {
        for field in headers {
            let words = NameWords.split(field.name.rawName)
            guard words.contains("rate") || words.contains("ratelimit") else { continue }
            if words.last == "remaining" {
                headers[field.name] = "\(state.remaining)"
            } else if words.last == "reset" {
                headers[field.name] = "\(state.reset)"
            } else if words.last == "limit" || words.last == "ratelimit" {
                headers[field.name] = "\(state.limit)"
            }
        }
    }
}
