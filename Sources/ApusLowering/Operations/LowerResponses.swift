import ApusModel
import ApusSource
import ApusSpec

/// The responses of one operation, by what the caller gets for them.
struct LoweredResponses {
    var success: SuccessDecl
    var failures: [ResponseCase]
    var accepts: [String]
}

extension Lowerer {
    /// 2xx is success; everything else is thrown. `default` is failure unless no success is documented: then it speaks of both.
    func lowerResponses(of operation: Operation, at site: Site) -> LoweredResponses {
        let responses = operation.method == "HEAD" ? withoutBodies(operation.responses) : operation.responses
        var successes = responses.filter { $0.status.isSuccess }
        let failures = responses.filter { !$0.status.isSuccess }
        if successes.isEmpty, let fallback = responses.first(where: { $0.status == .otherwise }) {
            successes = [fallback]
        }
        let successCases = nameCases(successes.map { lowerResponse($0, isOnly: successes.count == 1, at: site) })
        let failureCases = nameCases(failures.map { lowerFailure($0, at: site) })
        return LoweredResponses(
            success: makeSuccess(successCases), failures: failureCases,
            accepts: findAccepted(successCases, failureCases))
    }

    /// What a document says of the body for HEAD is what GET would send: no answer to HEAD has one (RFC 9110, section 9.3.2).
    private func withoutBodies(_ responses: [Response]) -> [Response] {
        responses.map { response in
            var response = response
            response.content = []
            return response
        }
    }

    private func makeSuccess(_ cases: [ResponseCase]) -> SuccessDecl {
        switch cases.count {
        case 0: .single(ResponseCase(name: "ok", status: .code(200), payloads: []))
        case 1: .single(cases[0])
        default: .several(typeName: "Response", cases: cases)
        }
    }

    private func lowerResponse(_ response: Response, isOnly: Bool, at owner: Site) -> ResponseCase {
        let name = StatusNames.name(of: response.status)
        let site = owner.child("responses/\(name)", name: isOnly ? "Response" : name)
        return lowerResponse(response, name: name, at: site)
    }

    private func lowerFailure(_ response: Response, at owner: Site) -> ResponseCase {
        let name = StatusNames.name(of: response.status)
        return lowerResponse(response, name: name, at: owner.child("responses/\(name)", name: name + "_error"))
    }

    private func lowerResponse(_ response: Response, name: String, at site: Site) -> ResponseCase {
        let payloads = lowerPayloads(response.content, isReceived: true, at: site)
        // OpenAPI 3.2, "Response Object": `Content-Type` is described by `content`.
        let headers = response.headers.filter { $0.name.lowercased() != "content-type" }.map {
            lowerHeader($0, at: site)
        }
        var result = ResponseCase(
            name: NamingExtensions.name(.member, in: response.extensions) ?? name,
            status: Lowerer.lowerStatus(response.status),
            payloads: payloads, headers: headers)
        if payloads.count > 1 { result.payloadTypeName = Identifiers.type(site.name) + "Content" }
        result.doc = Lowerer.makeDoc(summary: response.summary, documentation: response.documentation)
        return result
    }

    private func lowerHeader(_ header: Header, at owner: Site) -> HeaderDecl {
        let schema = header.content?.schema ?? header.schema
        let type = schema.map { lower($0, at: owner.member(header.name, of: "&headers")) } ?? .scalar(.string)
        var decl = HeaderDecl(
            name: header.name, key: header.name, type: type, form: findForm(of: header), isRequired: header.isRequired)
        decl.doc = schema.map { makeDoc(for: $0, facts: findFacts(of: $0)) } ?? Doc()
        let own = Lowerer.makeDoc(summary: nil, documentation: header.documentation)
        if own.summary != nil { (decl.doc.summary, decl.doc.discussion) = (own.summary, own.discussion) }
        decl.doc.place = nil
        if header.isDeprecated { decl.deprecation = Deprecation(message: nil) }
        return decl
    }

    private func findForm(of header: Header) -> HeaderDecl.Form {
        if let content = header.content {
            return ContentTypes.rule(for: content.contentType).coding == .json ? .json : .text
        }
        switch header.schema.flatMap({ merge(document.resolve($0)).inferredType }) {
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

    /// Successes first; failures only add what they alone come in.
    private func findAccepted(_ successes: [ResponseCase], _ failures: [ResponseCase]) -> [String] {
        var seen: Set<String> = []
        let wanted = successes.flatMap(\.payloads).map(\.contentType)
        let all = wanted + failures.flatMap(\.payloads).map(\.contentType)
        return all.filter { seen.insert(ContentTypes.essence(of: $0)).inserted }
    }
}

extension ResponseStatus {
    var isSuccess: Bool {
        switch self {
        case .code(let code): (200..<300).contains(code)
        case .range(let hundred): hundred == 2
        case .otherwise: false
        }
    }
}
