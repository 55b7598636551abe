import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// The responses of one operation, by their use for the caller.
struct LoweredResponses {
    var success: SuccessDecl
    var failures: [ResponseCase]
    var accepts: [String]
}

extension Lowerer {
    /// The responses of ``findSuccesses(in:)`` are successes; all others are thrown.
    func lowerResponses(of operation: Operation, at site: Site) -> LoweredResponses {
        let responses = withoutImpossibleBodies(operation)
        let successes = Lowerer.findSuccesses(in: responses)
        for success in successes { contentless.note(success, of: operation) }
        let failures = responses.filter { response in
            response.status == .otherwise || !successes.contains { $0.status == response.status }
        }
        let names = (Lowerer.nameHeaders(of: successes), Lowerer.nameHeaders(of: failures))
        let successCases = nameCases(
            successes.map { lowerResponse($0, isOnly: successes.count == 1, headers: names.0, at: site) })
        let failureCases = nameCases(failures.map { lowerFailure($0, headers: names.1, at: site) })
        return LoweredResponses(
            success: makeSuccess(successCases), failures: failureCases,
            accepts: findAccepted(successCases, failureCases))
    }

    /// Responses to HEAD and with these statuses have no body (RFC 9110, 6.4.1 and 15.3.6), whatever the document
    /// declares. For HEAD a document usually describes the response of GET; for a status it is a mistake.
    private func withoutImpossibleBodies(_ operation: Operation) -> [Response] {
        operation.responses.map { response in
            guard !response.content.isEmpty, operation.method == "HEAD" || Lowerer.isBodiless(response.status) else {
                return response
            }
            if operation.method != "HEAD" { log.report(.impossibleBody(response)) }
            var response = response
            response.content = []
            return response
        }
    }

    private static func isBodiless(_ status: ResponseStatus) -> Bool {
        [.code(204), .code(205), .code(304)].contains(status) || hundred(of: status) == 1
    }

    /// 2xx; without one, a redirect, which is the purpose of such an operation; without that, `default`, which then
    /// covers both, and 304, which alone indicates success.
    static func findSuccesses(in responses: [Response]) -> [Response] {
        let choices: [(ResponseStatus) -> Bool] = [
            { hundred(of: $0) == 2 }, { hundred(of: $0) == 3 && $0 != .code(304) }, { $0 == .otherwise },
            { $0 == .code(304) },
        ]
        return choices.lazy.map { choice in responses.filter { choice($0.status) } }.first { !$0.isEmpty } ?? []
    }

    /// nil: `default`.
    private static func hundred(of status: ResponseStatus) -> Int? {
        switch status {
        case .code(let code): code / 100
        case .range(let hundred): hundred
        case .otherwise: nil
        }
    }

    private func makeSuccess(_ cases: [ResponseCase]) -> SuccessDecl {
        switch cases.count {
        case 0: .single(ResponseCase(name: "ok", status: .code(200), payloads: []))
        case 1: .single(cases[0])
        default: .several(typeName: "Response", cases: cases)
        }
    }

    private func lowerResponse(
        _ response: Response, isOnly: Bool, headers: [String: String], at owner: Site
    ) -> ResponseCase {
        let name = StatusNames.name(of: response.status)
        let site = owner.child("responses/\(name)", name: isOnly ? "Response" : name)
        return lowerResponse(response, name: name, headers: headers, at: site)
    }

    private func lowerFailure(_ response: Response, headers: [String: String], at owner: Site) -> ResponseCase {
        let name = StatusNames.name(of: response.status)
        let site = owner.child("responses/\(name)", name: name + "_error")
        return lowerResponse(response, name: name, headers: headers, at: site)
    }

    private func lowerResponse(
        _ response: Response, name: String, headers names: [String: String], at site: Site
    ) -> ResponseCase {
        let payloads = lowerPayloads(response.content, isReceived: true, at: site)
        // OpenAPI 3.2, "Response Object": `content` describes `Content-Type`.
        let headers = response.headers.filter { $0.name.lowercased() != "content-type" }.map {
            lowerHeader($0, named: names[$0.name.lowercased()] ?? $0.name, at: site)
        }
        var result = ResponseCase(
            name: NamingExtensions.name(.member, in: response.extensions) ?? name,
            status: Lowerer.lowerStatus(response.status),
            payloads: payloads, headers: headers)
        if payloads.count > 1 { result.payloadTypeName = Identifiers.type(site.name) + "Content" }
        result.doc = Lowerer.makeDoc(summary: response.summary, documentation: response.documentation)
        return result
    }

    /// The names of headers that are read from one answer, by their lower-case keys.
    private static func nameHeaders(of responses: [Response]) -> [String: String] {
        var names: [String: String] = [:]
        for header in responses.flatMap(\.headers) where names[header.name.lowercased()] == nil {
            names[header.name.lowercased()] = header.name
        }
        let keys = names.keys.sorted()
        let shortened = HeaderNames.shorten(keys.map { names[$0] ?? $0 }, reserved: ReservedNames.headers)
        return Dictionary(uniqueKeysWithValues: zip(keys, shortened))
    }

    private func lowerHeader(_ header: Header, named name: String, at owner: Site) -> HeaderDecl {
        let schema = header.content?.schema ?? header.schema
        var site = owner.member(header.name, of: "&headers")
        site.name = name
        let type = schema.map { lower($0, at: site) } ?? .scalar(.string)
        var decl = HeaderDecl(
            name: name, key: header.name, type: type, form: findForm(of: header), isRequired: header.isRequired)
        decl.doc = schema.map { makeDoc(for: $0, valueSchema: schemas.findValueSchema(of: $0)) } ?? Doc()
        let own = Lowerer.makeDoc(summary: nil, documentation: header.documentation)
        if own.summary != nil { (decl.doc.summary, decl.doc.discussion) = (own.summary, own.discussion) }
        if header.isDeprecated { decl.deprecation = Deprecation(message: nil) }
        return decl
    }

    private func findForm(of header: Header) -> HeaderDecl.Form {
        if let content = header.content {
            return ContentTypes.rule(for: content.contentType).coding == .json ? .json : .text
        }
        switch header.schema.flatMap({ schemas.flatten($0).inferredType }) {
        case .array:
            switch header.style {
            case .spaceDelimited: return .spacedList
            case .tabDelimited: return .tabbedList
            case .pipeDelimited: return .pipedList
            default: return .list
            }
        case .object: return header.explode ? .explodedObject : .object
        default: return .text
        }
    }

    private func nameCases(_ cases: [ResponseCase]) -> [ResponseCase] {
        var scope = NameScope(reserved: ReservedNames.responseCases)
        return cases.map { response in
            var response = response
            let name = Identifiers.member(response.name)
            response.name = Keywords.escape(scope.claim(name, fallbacks: [name + "Value"]))
            return response
        }
    }

    static func lowerStatus(_ status: ResponseStatus) -> ResponseCase.Status {
        switch status {
        case .code(let code): .code(code)
        case .range(let hundred): .range(hundred)
        case .otherwise: .otherwise
        }
    }

    /// Successes first; failures only add content types of their own.
    private func findAccepted(_ successes: [ResponseCase], _ failures: [ResponseCase]) -> [String] {
        var seen: Set<String> = []
        let all = (successes + failures).flatMap(\.payloads).flatMap { [$0.contentType] + $0.otherTypes }
        return all.filter { seen.insert(ContentTypes.essence(of: $0)).inserted }
    }
}

extension Diagnostic {
    fileprivate static func impossibleBody(_ response: Response) -> Diagnostic {
        Diagnostic(
            id: "impossible-body", severity: .note,
            message: "a response of status \(StatusNames.text(of: response.status)) has no body",
            mark: response.content.first?.mark ?? response.mark, hint: "Apus leaves its `content` out (RFC 9110, 6.4.1)"
        )
    }
}
