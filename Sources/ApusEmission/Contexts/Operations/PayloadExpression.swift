import ApusModel

/// A body's type and the calls that read and write it.
struct PayloadExpression {
    let payload: Payload
    /// The type of a received body.
    let type: String
    /// The type of a sent body.
    let sentType: String
    private let formPart: String
    let xml: XMLExpression
    let printer: Printer

    init(_ payload: Payload, in scope: Scope, _ printer: Printer) {
        self.payload = payload
        self.printer = printer
        formPart = printer.vocabulary["FormPart"]
        xml = XMLExpression(in: scope, printer)
        // Computed only when printed, because the file imports the types it names.
        var item: String { printer.type(payload.type, in: scope) }
        switch payload.coding {
        case .json, .jsonOrXML, .form, .multipart, .text, .xml:
            type = item
            sentType = type
        case .bytes:
            type = printer.type(Self.bytes(payload.type), in: scope)
            sentType = type
        case .stream: (type, sentType) = (printer.vocabulary["ByteStream"], printer.vocabulary["APIBody"])
        case .serverSentEvents:
            type = printer.vocabulary["EventStream"] + "<" + item + ">"
            sentType = printer.vocabulary["APIBody"]
        case .wholeEvents:
            type = printer.vocabulary["ItemStream"] + "<" + item + ">"
            sentType = printer.vocabulary["APIBody"]
        case .jsonLines, .jsonSequence:
            type = printer.vocabulary["ItemStream"] + "<" + item + ">"
            sentType = type
        }
        if payload.coding.isStreamed { printer.usesRuntime = true }
    }

    /// An undecoded body is `Data`, or an optional of it.
    private static func bytes(_ type: TypeRef) -> TypeRef {
        if case .optional = type { return .optional(.scalar(.data)) }
        return .scalar(.data)
    }

    /// `response.json()`
    var read: String {
        switch payload.coding {
        case .text where payload.type == .scalar(.string): "response.text()"
        case .jsonOrXML: call("response.jsonOrXML", [])
        case .json, .text: "response.json()"
        case .xml: call("response.xml", [])
        case .form: "response.form()"
        case .multipart: readMultipart
        case .bytes: "response.data()"
        case .stream: "response.stream()"
        case .serverSentEvents: "response.events(" + end + ")"
        case .wholeEvents: "response.wholeEvents(" + end + ")"
        case .jsonLines: "response.jsonLines()"
        case .jsonSequence: "response.jsonSequence()"
        }
    }

    /// `payload.read` of a webhook, and its arguments.
    var eventCall: (head: String, arguments: [String]) {
        guard payload.coding.mayBeXML else { return ("payload.read", []) }
        printer.noteXML(.calls)
        return (payload.coding == .jsonOrXML ? "payload.jsonOrXML" : "payload.xml", xml.arguments(payload))
    }

    private var end: String {
        payload.terminator.map { "until: " + SwiftSource.literal($0) } ?? ""
    }

    /// `request.json(body)`; the content type is an argument where it is not the default.
    ///
    /// - Parameter contentType: An expression for the caller's choice.
    /// - Parameter isRequired: Whether nil is sent as a body.
    func write(_ value: String, _ contentType: String? = nil, isRequired: Bool = false) -> String {
        let (verb, usual): (String, Set<String>) =
            switch payload.coding {
            case .json where isRequired && sentType.last == "?": ("jsonOrNull", ["application/json"])
            case .json, .jsonOrXML: ("json", ["application/json"])
            case .form: ("form", ["application/x-www-form-urlencoded"])
            case .multipart: ("multipart", ["multipart/form-data"])
            case .text: ("text", ["text/plain; charset=utf-8", "text/plain"])
            case .xml: ("xml", ["application/xml"])
            case .bytes: ("bytes", ["application/octet-stream"])
            case .stream, .serverSentEvents, .wholeEvents: ("stream", ["application/octet-stream"])
            case .jsonLines: ("jsonLines", ["application/jsonl"])
            case .jsonSequence: ("jsonSequence", ["application/json-seq"])
            }
        var arguments: [String] = []
        let parts = payload.parts.map(part)
        if !parts.isEmpty { arguments.append(printer.layout.array("parts: ", parts, depth: 3)) }
        if let contentType {
            arguments.append("contentType: " + contentType)
        } else if !usual.contains(payload.contentType), !payload.contentType.contains("*") {
            arguments.append("contentType: " + SwiftSource.literal(payload.contentType))
        }
        return call("request." + verb, [value], arguments)
    }

    /// A body that may be XML has arguments for reading and writing XML.
    private func call(_ head: String, _ first: [String], _ last: [String] = []) -> String {
        var arguments = first
        if payload.coding.mayBeXML {
            printer.noteXML(.calls)
            arguments += xml.arguments(payload)
        }
        return printer.layout.call(head, arguments + last, depth: 2)
    }

    /// `"tags": FormPart(style: .pipeDelimited, explode: false)`
    private func part(_ part: PartDecl) -> String {
        var arguments: [String] = []
        if let style = part.style { arguments.append("style: ." + style) }
        if !part.explode, part.style != "json" { arguments.append("explode: false") }
        if part.allowsReserved { arguments.append("allowReserved: true") }
        if let type = part.contentType { arguments.append("contentType: " + SwiftSource.literal(type)) }
        if let inner = part.xml { arguments.append(xml.coder("coder: ", inner, depth: 5)) }
        if !part.headers.isEmpty { arguments.append(headers(of: part)) }
        return printer.layout.call(
            SwiftSource.literal(part.key) + ": " + formPart, arguments, reserve: 1, depth: 4)
    }

    private func headers(of part: PartDecl) -> String {
        let headers = part.headers.map {
            "(" + SwiftSource.literal($0.name) + ", " + SwiftSource.literal($0.value) + ")"
        }
        return "headers: [" + headers.joined(separator: ", ") + "]"
    }
}
