internal import ApusRecording
internal import ApusRuntime
internal import HTTPTypes

/// A part of a request by which a recorded exchange is found.
public enum ExchangeCriterion: Sendable, Hashable {
    /// The operation's id; an exchange of another program's file has none, and fits every operation.
    case operation
    case method
    /// The path without the query. The host is never compared.
    case path
    /// The pairs of the query, in any order.
    case query
    /// A header of the request, such as one that selects a tenant.
    case header(String)
    /// The body: as a value for JSON, pair by pair for forms, part by part for multipart bodies, whose boundaries differ
    /// from call to call, and byte by byte otherwise.
    case body
}

extension [ExchangeCriterion] {
    /// Method, path, query and body.
    public static var standard: [ExchangeCriterion] { [.method, .path, .query, .body] }
}

extension ExchangeCriterion {
    /// - Parameters:
    ///   - recorded: An exchange of the recording, with the rules applied.
    ///   - asked: The call as an exchange without a response, with the same rules applied.
    func isMet(by recorded: RecordedExchange, for asked: RecordedExchange) -> Bool {
        switch self {
        case .operation: recorded.operation == nil || recorded.operation == asked.operation
        case .method: recorded.method == asked.method
        case .path: pathOf(recorded) == pathOf(asked)
        case .query: queryOf(recorded) == queryOf(asked)
        case .header(let name):
            recorded.requestHeaders.value(of: name.lowercased()) == asked.requestHeaders.value(of: name.lowercased())
        case .body: ComparedBody(recorded) == ComparedBody(asked)
        }
    }

    private func pathOf(_ exchange: RecordedExchange) -> String {
        let path = Address(exchange.url).path
        return path.isEmpty ? "/" : path
    }

    private func queryOf(_ exchange: RecordedExchange) -> [String] {
        Address(exchange.url).pairs.map { "\($0.plainName)=\($0.plainValue)" }.sorted()
    }

    /// For people: `the query`.
    var name: String {
        switch self {
        case .operation: "the operation"
        case .method: "the method"
        case .path: "the path"
        case .query: "the query"
        case .header(let name): "the header \(name)"
        case .body: "the body"
        }
    }
}

/// A body in the form in which two of them are compared.
private enum ComparedBody: Equatable {
    case json(JSONValue)
    case form([String])
    case parts([ComparedPart])
    case bytes([UInt8])

    struct ComparedPart: Equatable {
        let headers: [String]
        let content: ComparedBody
    }

    init(_ exchange: RecordedExchange) {
        let bytes = exchange.requestBody?.bytes ?? []
        let contentType = exchange.requestHeaders.value(of: "content-type")
        if let parts = MultipartDecoder.parts(of: bytes, contentType: contentType) {
            self = .parts(
                parts.map { part in
                    let part = BodyPart(part)
                    return ComparedPart(headers: part.headers, content: ComparedBody(json: part.content))
                })
        } else if contentType.flatMap(ContentType.init) == .form {
            let pairs = FormPair.read(String(decoding: bytes, as: UTF8.self))
            self = .form(pairs.map { "\($0.plainName)=\($0.plainValue)" }.sorted())
        } else {
            self = ComparedBody(json: bytes)
        }
    }

    private init(json bytes: [UInt8]) {
        self = (try? JSONValue(json: bytes)).map { .json($0) } ?? .bytes(bytes)
    }
}
