import ApusCodec
import ApusContract
import ApusLowering
import ApusRuntime
import ApusSource
import ApusSpec
import HTTPTypes

/// Compares a request with its operation.
struct RequestCheck {
    private let mock: MockDocument
    private let operation: Operation
    private let isStrict: Bool

    init(_ mock: MockDocument, _ operation: Operation, isStrict: Bool) {
        self.mock = mock
        self.operation = operation
        self.isStrict = isStrict
    }

    /// nil for a request that the document allows. Bodies that are no text of their type are refused by 400, types that the document does
    /// not have by 415, anything else by 422 where the document has that status and not 400, otherwise by 400.
    func refusal(of request: MockRequest) -> Refusal? {
        if operation.requestBody == nil, !request.body.isEmpty, isStrict {
            return Refusal(400, part: "the request body", "is not documented")
        }
        // A body that the document does not have is nobody's concern.
        let body = operation.requestBody == nil ? [] : request.body
        if let refusal = unreadable(request, body) { return refusal }
        let differences = differences(of: request, body)
        if let type = differences.first(where: { $0.kind == .contentType }) {
            return Refusal(415, part: type.part, type.reason)
        }
        var problems = differences.map {
            Refusal.Problem(part: $0.part, pointer: $0.pointer, reason: $0.reason)
        }
        problems += ParameterValues(mock, operation).problems(of: request)
        let isAboutBody = differences.contains { $0.part == "the request body" }
        if !isAboutBody, let problem = bodyProblem(of: request, body) { problems.append(problem) }
        guard !problems.isEmpty else { return nil }
        return Refusal(Self.status(of: operation), problems)
    }

    /// The status of a refusal of values.
    static func status(of operation: Operation) -> Int {
        let named = operation.responses.map(\.status)
        return named.contains(.code(422)) && !named.contains(.code(400)) ? 422 : 400
    }

    private func unreadable(_ request: MockRequest, _ body: [UInt8]) -> Refusal? {
        let essence = request.contentEssence
        if body.isEmpty {
            guard operation.requestBody?.isRequired == true else { return nil }
            return Refusal(400, part: "the request body", "is required and absent")
        }
        if essence.isEmpty { return Refusal(415, part: "the request body", "has no Content-Type") }
        if MockRequest.isJSON(essence) {
            do throws(DecodingProblem) {
                _ = try JSONValue(json: body)
            } catch {
                return Refusal(400, part: "the request body", "is no JSON: \(error.expected) at byte \(error.offset)")
            }
        }
        if essence.hasPrefix("multipart/"), MultipartDecoder.parts(of: body, contentType: request.contentType) == nil {
            return Refusal(400, part: "the request body", "has no parts between the boundary of its Content-Type")
        }
        return nil
    }

    private func differences(of request: MockRequest, _ body: [UInt8]) -> [Difference] {
        var found = DifferenceList()
        let headers = request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
        mock.contract.check(
            ContractRequest(method: operation.method, url: request.target, headers: headers, body: body), into: &found)
        return found.all.map(\.difference).filter { difference in
            switch difference.kind {
            case .member, .parameter: isStrict
            // Reported with the body itself.
            case .missingBody: false
            case .value, .status, .contentType, .missingMember, .missingParameter, .type: true
            }
        }
    }

    /// What only a complete comparison finds: limits, patterns, closed objects; and the fields of multipart forms.
    private func bodyProblem(of request: MockRequest, _ body: [UInt8]) -> Refusal.Problem? {
        let essence = request.contentEssence
        guard !body.isEmpty, let media = media(of: essence), let schema = media.schema else { return nil }
        if MockRequest.isJSON(essence), let value = try? JSONValue(json: body) {
            let misfit = DocumentStack.run { mock.examples.findMisfit(ofRequest: value, schema) }
            return misfit.map {
                let place = $0.pointer.isEmpty ? "" : " at \(HeaderText.safe($0.pointer))"
                return Refusal.Problem(part: "the request body", pointer: $0.pointer, reason: $0.reason + place)
            }
        }
        guard let names = MultipartDecoder.names(of: body, contentType: request.contentType) else { return nil }
        let sent = Set(names.map { SourceKey($0) })
        let missing = mock.examples.required(of: schema).first { !sent.contains(SourceKey($0)) }
        return missing.map { Refusal.Problem(part: "the request body", reason: "lacks the required part \"\($0)\"") }
    }

    private func media(of essence: String) -> MediaType? {
        let content = operation.requestBody?.content ?? []
        return content.first { MockRequest.essence(of: $0.contentType) == essence }
            ?? (MockRequest.isJSON(essence)
                ? content.first { MockRequest.isJSON(MockRequest.essence(of: $0.contentType)) } : nil)
    }
}
