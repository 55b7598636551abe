import ApusModel

/// A body's type and the calls that read and write it.
struct PayloadWords {
    let payload: Payload
    let type: String

    init(_ payload: Payload, in scope: Scope, _ printer: Printer) {
        self.payload = payload
        switch payload.coding {
        case .json, .form, .text: type = printer.type(payload.type, in: scope)
        case .bytes, .xml, .multipart: type = printer.type(Self.bytes(payload.type), in: scope)
        case .stream, .serverSentEvents, .jsonLines, .jsonSequence:
            type = printer.vocabulary["ByteStream"]
            printer.usesRuntime = true
        }
    }

    /// What is not decoded is `Data`, or an optional of it.
    private static func bytes(_ type: TypeRef) -> TypeRef {
        if case .optional = type { return .optional(.scalar(.data)) }
        return .scalar(.data)
    }

    /// `response.json()`
    var read: String {
        switch payload.coding {
        case .text where payload.type == .scalar(.string): "response.text()"
        case .json, .form, .text: "response.json()"
        case .bytes, .xml, .multipart: "response.data()"
        case .stream, .serverSentEvents, .jsonLines, .jsonSequence: "response.stream()"
        }
    }

    var isStream: Bool {
        switch payload.coding {
        case .stream, .serverSentEvents, .jsonLines, .jsonSequence: true
        default: false
        }
    }

    /// As a request's body: bytes in pieces go out as `HTTPBody`.
    func sentType(_ printer: Printer) -> String {
        isStream ? printer.vocabulary["HTTPBody"] : type
    }

    /// `request.json(body)`; the content type is named where it is not the usual one.
    func write(_ value: String) -> String {
        let (verb, usual): (String, Set<String>) =
            switch payload.coding {
            case .json: ("json", ["application/json"])
            case .form: ("form", ["application/x-www-form-urlencoded"])
            case .text: ("text", ["text/plain; charset=utf-8", "text/plain"])
            case .bytes, .xml, .multipart: ("bytes", ["application/octet-stream"])
            case .stream, .serverSentEvents, .jsonLines, .jsonSequence: ("stream", ["application/octet-stream"])
            }
        var arguments = [value]
        if !usual.contains(payload.contentType), !payload.contentType.contains("*") {
            arguments.append("contentType: " + SwiftText.literal(payload.contentType))
        }
        return Layout(offset: 0).call("request." + verb, arguments, depth: 2)
    }
}
