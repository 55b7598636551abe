internal import ApusModel
internal import ApusRuntime

/// Passes the arguments of a call to the functions of the runtime that generated code calls.
struct RequestParts {
    let operation: OperationDecl

    init(_ operation: OperationDecl) {
        self.operation = operation
    }

    func write(_ arguments: CallArguments, into request: inout RequestWriter) {
        for (parameter, value) in zip(operation.parameters, arguments.parameters) {
            if let value { write(value, of: parameter, into: &request) }
        }
        guard let body = arguments.body, let alternatives = operation.body?.alternatives,
            alternatives.indices.contains(body.alternative)
        else { return }
        let payload = alternatives[body.alternative]
        let contentType = body.contentType ?? Self.contentType(of: payload)
        switch body.content {
        case .value(let value): write(value, of: payload, contentType, into: &request)
        case .raw(let bytes): request.stream(bytes, contentType: contentType)
        }
    }

    private func write(_ value: CallValue, of parameter: ParameterDecl, into request: inout RequestWriter) {
        let (key, explode) = (parameter.key, parameter.explode)
        let style = ParameterStyle(rawValue: parameter.style) ?? .form
        switch parameter.location {
        case .path:
            request.path(key, value, style: style, explode: explode, allowReserved: parameter.allowsReserved)
        case .query:
            request.query(
                key, value, style: style, explode: explode, allowReserved: parameter.allowsReserved,
                allowEmptyValue: parameter.allowsEmptyValue)
        case .queryString:
            request.queryString(value, contentType: parameter.contentType ?? "application/x-www-form-urlencoded")
        case .cookie: request.cookie(key, value, style: style, explode: explode)
        case .header:
            // The runtime writes a date by the name of its header, and knows it by its type.
            if case .scalar(let scalar) = value {
                Self.header(key, scalar, style, explode, into: &request)
            } else {
                request.header(key, value, style: style, explode: explode)
            }
        case .part:
            let part = parameter.part ?? ""
            if case .scalar(let scalar) = value {
                Self.header(key, of: part, scalar, style, explode, into: &request)
            } else {
                request.partHeader(key, of: part, value, style: style, explode: explode)
            }
        }
    }

    private static func header(
        _ name: String, _ value: some APIValue, _ style: ParameterStyle, _ explode: Bool,
        into request: inout RequestWriter
    ) {
        request.header(name, value, style: style, explode: explode)
    }

    private static func header(
        _ name: String, of part: String, _ value: some APIValue, _ style: ParameterStyle, _ explode: Bool,
        into request: inout RequestWriter
    ) {
        request.partHeader(name, of: part, value, style: style, explode: explode)
    }

    private func write(
        _ value: CallValue, of payload: Payload, _ contentType: String, into request: inout RequestWriter
    ) {
        let parts = Dictionary(payload.parts.map { ($0.key, Self.part($0)) }, uniquingKeysWith: { first, _ in first })
        switch payload.coding {
        case .json, .jsonOrXML: request.json(value, contentType: contentType)
        case .form: request.form(value, parts: parts, contentType: contentType)
        case .multipart: request.multipart(value, parts: parts, contentType: contentType)
        case .text: request.text(value, contentType: contentType)
        // Arguments of these kinds are raw bytes.
        case .bytes, .xml, .stream, .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence: break
        }
    }

    private static func part(_ part: PartDecl) -> FormPart {
        FormPart(
            style: part.style.flatMap(ParameterStyle.init), explode: part.style == "json" ? true : part.explode,
            allowReserved: part.allowsReserved, contentType: part.contentType,
            headers: part.headers.map { ($0.name, $0.value) })
    }

    /// The runtime's default where the document has a range.
    private static func contentType(of payload: Payload) -> String {
        if payload.coding == .text, ["text/plain", "text/plain; charset=utf-8"].contains(payload.contentType) {
            return "text/plain; charset=utf-8"
        }
        guard payload.contentType.contains("*") else { return payload.contentType }
        return switch payload.coding {
        case .json, .jsonOrXML: "application/json"
        case .form: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data"
        case .text: "text/plain; charset=utf-8"
        case .xml: "application/xml"
        case .bytes, .stream, .serverSentEvents, .wholeEvents: "application/octet-stream"
        case .jsonLines: "application/jsonl"
        case .jsonSequence: "application/json-seq"
        }
    }
}
