internal import ApusRuntime
internal import HTTPTypes

/// Writes a value as the response from which an operation reads it.
///
/// The generated `decode` of an operation, run with a probe, tells for a status and a content type which case it reads
/// and in which format. The first pair that gives the case of the value is the response.
struct ResponseForm {
    private let value: AnswerValue
    private let headers: HTTPFields
    /// Reads a response with a probe, and returns what it reads with placeholders inside.
    private let decode: (inout ResponseReader) -> Any
    private let accepted: [String]

    static func write<Operation: APIOperation>(
        success: Operation.Success, of type: Operation.Type, _ status: HTTPResponse.Status?, _ headers: HTTPFields,
        for request: HTTPRequest
    ) throws -> HTTPResponseStream {
        let descriptor = Operation.descriptor
        let form = ResponseForm(
            value: AnswerValue(success), headers: headers, decode: { Operation.decode(&$0) },
            accepted: descriptor.accept)
        // Without a body it is 204 where no case says another (RFC 9110, 15.3.5).
        let usual = success is Void ? [204] : Array(200...299) + descriptor.successes + descriptor.redirects
        return try form.write(statuses: status.map { [$0.code] } ?? usual, descriptor.id, request)
    }

    static func write<Operation: APIOperation>(
        failure: Operation.Failure, of type: Operation.Type, _ headers: HTTPFields, for request: HTTPRequest
    ) throws -> HTTPResponseStream {
        let descriptor = Operation.descriptor
        let form = ResponseForm(
            value: AnswerValue(failure), headers: headers, decode: { Operation.Failure.decode(&$0) },
            accepted: descriptor.accept)
        let successes = Set(200...299).union(descriptor.successes)
        if let status = form.value.status, successes.contains(status) {
            throw StubProblem(
                operation: descriptor.id, request: request, reason: "status \(status) is a success of \(descriptor.id)")
        }
        let documented = (Array(400...599) + Array(300...399)).filter { !successes.contains($0) }
        return try form.write(statuses: documented, descriptor.id, request)
    }

    private func write(
        statuses: [Int], _ operation: String, _ request: HTTPRequest
    ) throws -> HTTPResponseStream {
        if let raw = value.leaf as? RawBody, let status = value.status {
            var fields = headers
            if let type = raw.contentType { fields[.contentType] = type }
            return response(status, fields, ByteStream(raw.bytes))
        }
        do {
            for status in value.status.map({ [$0] }) ?? statuses {
                if let response = try write(status: status, request) { return response }
            }
        } catch let problem as EncodingProblem {
            throw StubProblem(operation: operation, request: request, reason: "its value cannot be written, \(problem)")
        }
        let asked = value.path.isEmpty ? "the value" : "." + value.path.joined(separator: ".")
        throw StubProblem(
            operation: operation, request: request,
            reason: "no status and content type of the document give \(asked)")
    }

    /// nil where the operation reads another case from this status.
    private func write(status: Int, _ request: HTTPRequest) throws -> HTTPResponseStream? {
        let (named, choices) = probe(status, nil)
        guard named.form != nil || !choices.isEmpty else {
            guard AnswerValue(named.value).path == value.path else { return nil }
            return response(status, headers, ByteStream([]))
        }
        for type in choices + accepted + ResponseProbe.Form.all.map(\.usualContentType) {
            let found = probe(status, type).found
            guard let form = found.form, form.fits(type), AnswerValue(found.value).path == value.path,
                let leaf = value.leaf, let written = try found.probe.body(of: leaf)
            else { continue }
            var fields = headers
            fields[.contentType] = written.parameter.map { "\(type); \($0)" } ?? type
            return response(status, fields, Self.stream(written.body))
        }
        return nil
    }

    private typealias Found = (value: Any, form: ResponseProbe.Form?, probe: ResponseProbe)

    private func probe(_ status: Int, _ contentType: String?) -> (found: Found, contentTypes: [String]) {
        let probe = ResponseProbe()
        var reader = ResponseReader(
            status: status, headers: contentType.map { [.contentType: $0] } ?? [:], bytes: [])
        reader.probe = probe
        let value = decode(&reader)
        return ((value, probe.form, probe), probe.contentTypes)
    }

    private static func stream(_ body: APIBody) -> ByteStream {
        switch body.content {
        case .none: ByteStream([])
        case .bytes(let bytes): ByteStream(bytes)
        case .stream(let stream): stream
        }
    }

    private func response(_ status: Int, _ headers: HTTPFields, _ body: ByteStream) -> HTTPResponseStream {
        HTTPResponseStream(
            head: HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: headers), body: body)
    }
}

/// The case of a response's type, by the names of the cases that lead to its body.
///
/// `.notFound(.json(problem))` → `notFound`, `json` and the problem; a model is its own body.
struct AnswerValue {
    private(set) var path: [String] = []
    /// nil: no body.
    private(set) var leaf: Any?
    /// The status that the case names, of one for several statuses.
    private(set) var status: Int?

    init(_ value: Any) {
        var value: Any? = value
        while let next = value, !(next is any APIValue), Mirror(reflecting: next).displayStyle == .enum {
            let child = Mirror(reflecting: next).children.first
            path.append(child?.label ?? String(describing: next))
            value = child.flatMap { payload(of: $0.value) }
        }
        leaf = value.flatMap { $0 is Void ? nil : $0 }
    }

    /// The payload of a case without its status.
    private mutating func payload(of value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .tuple else { return value }
        var payload: Any?
        for child in mirror.children {
            if child.label == "status", let code = child.value as? Int { status = code } else { payload = child.value }
        }
        return payload
    }
}
