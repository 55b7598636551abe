internal import ApusRuntime

/// Names the values that a recording leaves out: `<redacted>` replaces each value, and the header, query item or member that holds it stays.
///
/// Names are compared without case, hyphens, underscores and a leading `X-`: `api-key` is also `api_key`, `apiKey` and
/// `X-API-Key`.
public struct RecordingRules: Sendable, Hashable {
    /// The names of header fields.
    public var headers: Set<String>
    /// The names of parameters in the query.
    public var query: Set<String>
    /// The names of members of bodies, at any depth: in JSON, also where each line or event is JSON, in forms, and of
    /// parts of multipart bodies. In JSON a number becomes 0, so that the type stays.
    public var members: Set<String>

    public init(headers: Set<String>, query: Set<String>, members: Set<String>) {
        self.headers = headers
        self.query = query
        self.members = members
    }

    /// The usual names of credentials, sessions and signatures.
    public static let standard = RecordingRules(headers: usual, query: usual, members: usual)

    /// Leaves nothing out. Credentials are not among what a recorder sees, and a recording has none either way.
    public static let none = RecordingRules(headers: [], query: [], members: [])

    /// The same rules, and these names.
    public func adding(
        headers: Set<String> = [], query: Set<String> = [], members: Set<String> = []
    ) -> RecordingRules {
        RecordingRules(
            headers: self.headers.union(headers), query: self.query.union(query),
            members: self.members.union(members))
    }

    private static let usual: Set<String> = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "api-key", "api-secret", "api-token",
        "app-secret", "access-key", "access-token", "refresh-token", "id-token", "auth-token", "bearer-token", "token",
        "client-secret", "client-assertion", "secret", "secret-key", "private-key", "password", "passwd", "passphrase",
        "signature", "sig", "session", "session-id", "session-token", "security-token", "csrf-token", "xsrf-token",
        "jwt", "code-verifier", "device-code", "amz-signature", "amz-credential", "amz-security-token",
    ]
}

/// The rules, ready to be applied.
package struct RecordingFilter: Sendable {
    private let headers: Set<String>
    private let query: Set<String>
    private let members: Set<String>

    package init(_ rules: RecordingRules) {
        headers = Set(rules.headers.map(Self.plain))
        query = Set(rules.query.map(Self.plain))
        members = Set(rules.members.map(Self.plain))
    }

    /// `X-API-Key` → `apikey`.
    private static func plain(_ name: String) -> String {
        let letters = name.lowercased()
        let rest = letters.hasPrefix("x-") || letters.hasPrefix("x_") ? letters.dropFirst(2) : letters[...]
        return String(decoding: rest.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    package func apply(to exchange: RecordedExchange) -> RecordedExchange {
        var copy = exchange
        copy.url = filter(url: exchange.url)
        copy.requestHeaders = filter(exchange.requestHeaders)
        copy.headers = filter(exchange.headers)
        let sent = exchange.requestHeaders.value(of: "content-type")
        copy.requestBody = exchange.requestBody.map { RecordedBody(bytes: filter($0.bytes, contentType: sent)) }
        let received = exchange.headers.value(of: "content-type")
        copy.body = exchange.body.map { RecordedBody(bytes: filter($0.bytes, contentType: received)) }
        return copy
    }

    private func filter(_ headers: [RecordedExchange.Header]) -> [RecordedExchange.Header] {
        headers.map { header in
            var header = header
            if self.headers.contains(Self.plain(header.name)) { header.value = Redactor.mark }
            return header
        }
    }

    private func filter(url: String) -> String {
        let address = Address(url)
        guard address.query != nil else { return url }
        let pairs = filter(address.pairs, query)
        return address.origin + address.path + "?" + FormPair.write(pairs)
    }

    /// The mark without its brackets, which a query cannot have.
    private func filter(_ pairs: [FormPair], _ names: Set<String>) -> [FormPair] {
        pairs.map { pair in
            var pair = pair
            if pair.value != nil, names.contains(Self.plain(pair.plainName)) { pair.value = "REDACTED" }
            return pair
        }
    }

    private func filter(_ bytes: [UInt8], contentType: String?) -> [UInt8] {
        if members.isEmpty { return bytes }
        if let parts = MultipartDecoder.parts(of: bytes, contentType: contentType) { return filter(bytes, parts) }
        if contentType.flatMap(ContentType.init) == .form {
            let pairs = FormPair.read(String(decoding: bytes, as: UTF8.self))
            let filtered = filter(pairs, members)
            return filtered == pairs ? bytes : Array(FormPair.write(filtered).utf8)
        }
        return filter(json: bytes) ?? filter(lines: bytes)
    }

    /// nil for what is not JSON.
    private func filter(json bytes: [UInt8]) -> [UInt8]? {
        guard let value = try? JSONValue(json: bytes) else { return nil }
        let filtered = filter(value, isSecret: false)
        return filtered == value ? bytes : Array(filtered.description.utf8)
    }

    private func filter(_ value: JSONValue, isSecret: Bool) -> JSONValue {
        switch value {
        case .object(let object):
            let members = object.map { member in
                JSONObject.Member(
                    key: member.key,
                    value: filter(member.value, isSecret: isSecret || self.members.contains(Self.plain(member.key))))
            }
            return .object(JSONObject(members))
        case .array(let elements): return .array(elements.map { filter($0, isSecret: isSecret) })
        case .string where isSecret: return .string(Redactor.mark)
        case .number where isSecret: return 0
        default: return value
        }
    }

    /// JSON Lines, JSON text sequences and events: each line from its first bracket.
    private func filter(lines bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> [UInt8] in
            let start = line.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
            guard let start, let json = filter(json: Array(line[start...])) else { return Array(line) }
            return line[..<start] + json
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    /// Parts by their names, and the members of parts that are JSON.
    private func filter(_ bytes: [UInt8], _ parts: [ArraySlice<UInt8>]) -> [UInt8] {
        var output: [UInt8] = []
        var position = bytes.startIndex
        for content in parts {
            let part = BodyPart(content)
            let start = content.endIndex - part.content.count
            output += bytes[position..<start]
            if members.contains(Self.plain(part.name ?? "")) {
                output += Array(Redactor.mark.utf8)
            } else {
                output += filter(json: part.content) ?? part.content
            }
            position = content.endIndex
        }
        return output + bytes[position...]
    }
}
