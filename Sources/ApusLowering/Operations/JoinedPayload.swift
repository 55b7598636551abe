import ApusModel

/// Received payloads of one type while they are joined: the most specific content type comes first.
struct JoinedPayload {
    /// The properties of payloads that one call can read by the content type of the response.
    struct Key: Hashable {
        private let type: TypeRef
        /// The coding of a streamed body, which is not joined with another coding.
        private let stream: String?
        private let terminator: String?

        init(_ payload: Payload) {
            type = payload.type
            stream = payload.coding.isStreamed ? payload.coding.rawValue : nil
            terminator = payload.coding.isStreamed ? payload.terminator : nil
        }
    }

    private struct ContentType {
        let text: String
        /// The number of earlier payloads.
        let number: Int
    }

    private var payload: Payload
    private var preference: Int
    private var first: ContentType
    /// Content types that were the best before, the latest last.
    private var former: [ContentType] = []
    private var others: [ContentType] = []
    private var count = 1
    /// The number of content types up to the last JSON one: XML among them is accepted with less weight.
    private var weighted = 0

    /// - Parameter payload: A payload that was not joined before.
    init(_ payload: Payload) {
        self.payload = payload
        preference = Self.preference(of: payload.contentType)
        first = ContentType(text: payload.contentType, number: 0)
    }

    /// Adds the content type of another payload. A plain string is read as text, which also decodes a JSON string.
    mutating func join(_ other: Payload) {
        let isText = payload.type == .scalar(.string) && (payload.coding == .text || other.coding == .text)
        let type = ContentType(text: other.contentType, number: count)
        count += 1
        let xml: XMLNodeDecl?
        let preference = Self.preference(of: other.contentType)
        if preference < self.preference {
            xml = other.xml ?? payload.xml
            former.append(first)
            (payload, first, self.preference) = (other, type, preference)
        } else {
            xml = payload.xml ?? other.xml
            others.append(type)
        }
        if payload.coding.mayBeJSON { weighted = count }
        payload.xml = xml
        if payload.coding == .json, xml != nil { payload.coding = .jsonOrXML }
        if isText, xml == nil { payload.coding = .text }
    }

    var result: Payload {
        var result = payload
        result.otherTypes = (former.reversed() + others).map { type in
            let isLess = type.number < weighted && ContentTypes.rule(for: type.text).coding == .xml
            return isLess && !type.text.contains("q=") ? type.text + ";q=0.9" : type.text
        }
        return result
    }

    private static func preference(of contentType: String) -> Int {
        switch ContentTypes.rule(for: contentType).coding {
        case .json: ContentTypes.rank(of: contentType, as: .json) ?? 1
        case .xml: 20
        case .text: 30
        default: 40
        }
    }
}
