import ApusModel

/// Bodies in words, and which of them are one Swift type.
extension Comparison {
    /// `Contact`, `a stream of Contact`, `bytes`.
    static func describe(_ payload: Payload, _ side: Side) -> String {
        let type = side.spelling.type(payload.type)
        return switch payload.coding {
        case .json, .jsonOrXML, .form, .multipart, .text, .xml: type
        case .bytes: "bytes"
        case .stream: "a stream of bytes"
        case .serverSentEvents, .wholeEvents: "events of " + type
        case .jsonLines, .jsonSequence: "a stream of " + type
        }
    }

    static func describe(_ payloads: [Payload], _ side: Side) -> String {
        switch payloads.count {
        case 0: "nothing"
        case 1: describe(payloads[0], side)
        default: "one of " + payloads.map { ".\($0.caseName)" }.joined(separator: ", ")
        }
    }

    func isSame(_ left: Payload, _ right: Payload) -> Bool {
        guard Self.kind(left.coding) == Self.kind(right.coding) else { return false }
        switch left.coding {
        case .bytes, .stream: return true
        default: return isSame(left.type, right.type)
        }
    }

    private static func kind(_ coding: Payload.Coding) -> Int {
        switch coding {
        case .json, .jsonOrXML, .form, .multipart, .text, .xml: 0
        case .bytes: 1
        case .stream: 2
        case .serverSentEvents: 3
        case .wholeEvents: 4
        case .jsonLines, .jsonSequence: 5
        }
    }

    static func contentTypes(of payload: Payload) -> String {
        ([payload.contentType] + payload.otherTypes).joined(separator: ", ")
    }
}
