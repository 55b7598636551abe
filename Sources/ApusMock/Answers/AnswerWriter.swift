import ApusCodec
import ApusLowering
import ApusModel
import ApusRuntime
import ApusSource
import ApusSpec
import HTTPTypes

/// Writes the answers that the document has.
struct AnswerWriter {
    let mock: MockDocument
    let operation: Operation
    let request: MockRequest

    /// The parts of an answer before its body is written.
    struct Draft {
        let status: Int
        let response: Response?
        let media: MediaType?
        /// The value of a JSON body.
        var value: JSONValue?
        /// The document's example of a body in another format.
        var text: String?
        var headers = HTTPFields()

        var schema: Schema? { media?.schema }
    }

    /// - Parameter example: The name of the document's example; nil: the first that fits, otherwise a value of the schema.
    /// - Throws: `Refusal` where the document has no example of the name.
    func draft(_ status: Int, _ response: Response?, example: String? = nil) throws(Problem) -> Draft {
        let media = response?.media(accepting: request.headers[.accept])
        var draft = Draft(status: status, response: response, media: media)
        for header in response?.headers ?? [] { add(header, to: &draft.headers) }
        guard let media else { return draft }
        let isJSON = mock.examples.coding(of: media.contentType) == .json
        if let example {
            guard let named = media.examples.first(where: { $0.name?.utf8.elementsEqual(example.utf8) ?? false }) else {
                let names = media.examples.compactMap(\.name).prefix(8).map { HeaderText.safe($0) }
                throw Problem(
                    refusal: Refusal(
                        400, part: "Prefer: example",
                        names.isEmpty
                            ? "names an example, and this answer has none with a name"
                            : "names none of the examples: \(names.joined(separator: ", "))"))
            }
            draft.value = mock.examples.value(of: named)
            draft.text = named.value?.string
            return draft
        }
        let values = media.examples.compactMap { mock.examples.value(of: $0) }
        guard let schema = media.schema ?? media.itemSchema else {
            draft.value = values.first
            draft.text = values.first?.string
            return draft
        }
        draft.text = values.first?.string
        draft.value =
            isJSON
            ? DocumentStack.run {
                values.first { mock.examples.findMisfit(of: $0, schema) == nil } ?? mock.examples.value(of: schema)
            } : values.first ?? DocumentStack.run { mock.examples.value(of: schema) }
        return draft
    }

    struct Problem: Error {
        let refusal: Refusal
    }

    private func add(_ header: Header, to headers: inout HTTPFields) {
        guard let name = HTTPField.Name(header.name), ![.contentType, .contentLength].contains(name),
            ![.connection, .transferEncoding, .upgrade].contains(name)
        else { return }
        let schema = header.schema ?? header.content?.schema
        guard let value = schema.flatMap({ schema in DocumentStack.run { mock.examples.value(of: schema) } }) else {
            return
        }
        let text = value.array?.compactMap(\.scalarText).joined(separator: ",") ?? value.scalarText
        guard let text, !text.isEmpty else { return }
        headers[name] = HeaderText.safe(text)
    }

    func finish(_ draft: Draft, _ options: MockOptions) -> MockAnswer {
        var answer = MockAnswer(status: draft.status, headers: draft.headers)
        guard let media = draft.media, ![204, 205, 304].contains(draft.status) else { return answer }
        let coding = mock.examples.coding(of: media.contentType)
        answer.headers[.contentType] = HeaderText.safe(Self.sent(media.contentType, coding))
        switch coding {
        case .json, .jsonOrXML: answer.body = .bytes((draft.value ?? .null).serialized())
        case .jsonLines, .jsonSequence, .serverSentEvents, .wholeEvents:
            let stream = StreamWriter(mock, media, decl: mock.decl(of: operation), draft: draft)
            answer.body = .pieces(stream.pieces(coding, count: options.streamItems), pause: options.streamPause)
        case .form: answer.body = .bytes(Array(FormText.write(draft.value ?? .null).utf8))
        case .xml:
            let root = draft.schema.map { mock.document.resolve($0) }
            answer.body = .bytes(Array((draft.text ?? XMLText.write(draft.value ?? .null, root: root, mock)).utf8))
        case .text: answer.body = .bytes(Array((draft.text ?? draft.value?.scalarText ?? "text").utf8))
        case .bytes, .stream, .multipart:
            answer.body = .bytes(BinarySample.bytes(of: MockRequest.essence(of: media.contentType)))
        }
        return answer
    }

    /// A type in place of a range, such as `image/*`.
    private static func sent(_ contentType: String, _ coding: Payload.Coding) -> String {
        let essence = MockRequest.essence(of: contentType)
        if !essence.utf8.contains(UInt8(ascii: "*")), essence.utf8.contains(UInt8(ascii: "/")) { return contentType }
        switch coding {
        case .json: return "application/json"
        case .text: return "text/plain"
        case .xml: return "application/xml"
        default: return essence.hasPrefix("image/") ? "image/png" : "application/octet-stream"
        }
    }
}
