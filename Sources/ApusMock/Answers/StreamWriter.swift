import ApusCodec
import ApusLowering
import ApusModel
import ApusRuntime
import ApusSource
import ApusSpec

/// Writes the items of a stream: server-sent events, JSON lines (RFC 7464 for sequences).
struct StreamWriter {
    private let item: JSONValue
    private let text: String?
    private let terminator: String?
    private let isWholeEvent: Bool

    init(_ mock: MockDocument, _ media: MediaType, decl: OperationDecl?, draft: AnswerWriter.Draft) {
        let schema = mock.examples.itemSchema(of: media)
        let payload = Self.payloads(of: decl).first {
            MockRequest.essence(of: $0.contentType) == MockRequest.essence(of: media.contentType)
        }
        isWholeEvent = payload?.coding == .wholeEvents
        terminator = payload?.terminator
        text = draft.text
        item =
            schema.flatMap { schema in DocumentStack.run { mock.examples.value(of: schema) } } ?? draft.value ?? .null
    }

    private static func payloads(of decl: OperationDecl?) -> [Payload] {
        switch decl?.success {
        case .single(let one)?: one.payloads
        case .several(_, let cases)?: cases.flatMap(\.payloads)
        case nil: []
        }
    }

    /// The pieces that are sent one by one. An example of the document is the whole stream, an event or a line in each piece.
    func pieces(_ coding: Payload.Coding, count: Int) -> [[UInt8]] {
        if let text, text.utf8.contains(0x0A) { return Self.split(text, coding) }
        let items = (0..<max(0, count)).map { vary($0) }
        switch coding {
        case .jsonLines: return items.map { $0.serialized() + [0x0A] }
        case .jsonSequence: return items.map { [0x1E] + $0.serialized() + [0x0A] }
        default: return items.map(event) + (terminator.map { [Array("data: \($0)\n\n".utf8)] } ?? [])
        }
    }

    private func vary(_ number: Int) -> JSONValue {
        guard number > 0, case .object(let members) = item,
            let key = ResourceShape.identifier(of: members, noun: [])
        else { return item }
        return ExampleVariation.vary([key], of: item, by: number)
    }

    private func event(_ value: JSONValue) -> [UInt8] {
        // The item's schema describes the fields of the event, with text or JSON in `data`.
        guard case .object(let members) = value, isWholeEvent || Self.hasFields(members) else {
            return Array("data: ".utf8) + value.serialized() + [0x0A, 0x0A]
        }
        var lines = ""
        for name in ["event", "id", "retry", "data"] {
            guard let value = members[name], !value.isNull else { continue }
            for line in (value.scalarText ?? value.description).split(separator: "\n", omittingEmptySubsequences: false)
            {
                lines += "\(name): \(line)\n"
            }
        }
        return Array((lines + "\n").utf8)
    }

    private static func hasFields(_ members: JSONObject) -> Bool {
        members["data"] != nil
            && members.allSatisfy { member in ["event", "id", "retry", "data"].contains { $0 == member.key } }
    }

    private static func split(_ text: String, _ coding: Payload.Coding) -> [[UInt8]] {
        var pieces: [[UInt8]] = [[]]
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        for line in lines {
            pieces[pieces.count - 1] += Array(line) + [0x0A]
            let endsPiece =
                coding == .serverSentEvents || coding == .wholeEvents ? line.allSatisfy { $0 == 0x0D } : true
            if endsPiece { pieces.append([]) }
        }
        return pieces.filter { $0.contains { $0 > 0x20 } }
    }
}
