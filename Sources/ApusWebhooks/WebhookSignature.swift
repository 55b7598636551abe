public import ApusRuntime
public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A signature in a header: its location, the signed content, and the key that verifies it.
///
/// ```swift
/// // X-Hub-Signature-256: sha256=<hex> over the body
/// WebhookSignature(.hmacSHA256(secret), header: "X-Hub-Signature-256", prefix: "sha256=")
/// // X-Signature: t=<seconds>,v1=<hex> over "<seconds>.<body>"
/// WebhookSignature(.hmacSHA256(secret), header: "X-Signature", member: "v1", timestamp: .member("t"),
///     content: [.timestamp, .text("."), .body])
/// ```
public struct WebhookSignature: WebhookVerifier {
    public enum Encoding: Sendable, Hashable {
        case hex, base64
    }

    /// The location of the time of sending, in seconds since 1970.
    public enum Timestamp: Sendable, Hashable {
        case none
        case header(String)
        /// A member of the signature's own header: `t=1700000000,v1=…`.
        case member(String)
    }

    /// A part of the signed content.
    public enum Piece: Sendable, Hashable {
        case body, timestamp
        /// A header's value, such as a message's id.
        case header(String)
        case text(String)
    }

    let key: WebhookKey
    let header: String
    let prefix: String
    let encoding: Encoding
    let timestamp: Timestamp
    let content: [Piece]
    let tolerance: Duration

    /// The signature must cover everything that is trusted: with a timestamp, ``content`` must contain it (as
    /// ``Piece/timestamp``, or as its header), otherwise an old message with a new time would be accepted. With a
    /// description that omits the body or the timestamp, or uses a timestamp without a location, every message is
    /// refused with ``WebhookProblem/unsafeSignature(_:)``.
    ///
    /// - Parameters:
    ///   - key: The key that verifies the signature.
    ///   - header: The signature's header. One match among several signatures, separated by commas or spaces, is
    ///     sufficient: senders sign with the old and the new key during a key rotation.
    ///   - prefix: The prefix of each signature, such as `sha256=`; other signatures are ignored.
    ///   - member: The name of each signature in a header of the form `t=…,v1=…`.
    ///   - encoding: The encoding of the signature.
    ///   - timestamp: The location of the time of sending.
    ///   - content: The signed content, in order.
    ///   - tolerance: The maximum difference between the time of sending and now, in either direction; ignored without
    ///     a timestamp.
    public init(
        _ key: WebhookKey, header: String, prefix: String = "", member: String? = nil, encoding: Encoding = .hex,
        timestamp: Timestamp = .none, content: [Piece] = [.body], tolerance: Duration = .seconds(300)
    ) {
        self.key = key
        self.header = header
        self.prefix = member.map { $0 + "=" } ?? prefix
        self.encoding = encoding
        self.timestamp = timestamp
        self.content = content
        self.tolerance = tolerance
    }

    /// Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp` and `webhook-signature`, `v1` with a shared secret or `v1a`
    /// with an Ed25519 key.
    ///
    /// - Parameter key: The key as the sender shows it: `whsec_…` or `whpk_…`, base64.
    /// - Throws: ``WebhookProblem/unusableKey(_:)``.
    public static func standardWebhooks(
        _ key: String, tolerance: Duration = .seconds(300)
    ) throws(WebhookProblem) -> WebhookSignature {
        let isPublic = key.hasPrefix("whpk_")
        let text = isPublic ? key.dropFirst(5) : key.hasPrefix("whsec_") ? key.dropFirst(6) : key[...]
        guard let bytes = Data(base64Encoded: String(text)), !bytes.isEmpty else {
            throw .unusableKey("it is not base64 behind `whsec_` or `whpk_`")
        }
        let material = try isPublic ? WebhookKey.ed25519(rawRepresentation: bytes) : .hmacSHA256([UInt8](bytes))
        return WebhookSignature(
            material, header: "webhook-signature", prefix: isPublic ? "v1a," : "v1,", encoding: .base64,
            timestamp: .header("webhook-timestamp"),
            content: [.header("webhook-id"), .text("."), .timestamp, .text("."), .body], tolerance: tolerance)
    }

    public func verify(headers: HTTPFields, body: [UInt8], now: Date) throws(WebhookProblem) {
        if let fault { throw .unsafeSignature(fault) }
        let text = try value(of: header, in: headers)
        let sent = try timestampText(headers, text)
        let signatures = candidates(in: text)
        if signatures.isEmpty { throw .malformedSignature("\(header) has none of the form \(prefix)…") }
        if signatures.count > Self.mostCandidates {
            throw .malformedSignature("\(header) has more than \(Self.mostCandidates)")
        }
        let message = try message(headers, sent: sent, body: body)
        guard try key.isAnySignature(of: message, among: signatures) else { throw .wrongSignature }
        if let sent { try check(sent, now: now) }
    }

    /// The signed content.
    ///
    /// - Parameter sent: The text of the time of sending.
    func message(_ headers: HTTPFields, sent: String?, body: [UInt8]) throws(WebhookProblem) -> [UInt8] {
        var message: [UInt8] = []
        for piece in content {
            switch piece {
            case .body: message += body
            case .timestamp: message += Array((sent ?? "").utf8)
            case .header(let name): message += Array(try value(of: name, in: headers).utf8)
            case .text(let text): message += Array(text.utf8)
            }
        }
        return message
    }

    /// The trusted part that is not signed; nil: none.
    var fault: String? {
        guard content.contains(.body) else {
            return "the body is not among what is signed; name it in `content` with .body"
        }
        let isTimed = content.contains(.timestamp)
        switch timestamp {
        case .none:
            return isTimed ? "the signed text has a timestamp, and `timestamp` does not state its location" : nil
        case .header(let name):
            let isSigned = content.contains { piece in
                if case .header(let other) = piece { return other.lowercased() == name.lowercased() }
                return false
            }
            return isTimed || isSigned ? nil : Self.unsigned(name)
        case .member(let name):
            return isTimed ? nil : Self.unsigned(name)
        }
    }

    private static func unsigned(_ name: String) -> String {
        "the time in \(name) is not among what is signed, so that an old message could be sent with a new time; "
            + "name it in `content` with .timestamp as the sender documents it, or leave `timestamp` out"
    }

    private func value(of name: String, in headers: HTTPFields) throws(WebhookProblem) -> String {
        guard let field = HTTPField.Name(name), let text = headers[field] else { throw .missingHeader(name) }
        return text
    }

    func timestampText(_ headers: HTTPFields, _ signature: String) throws(WebhookProblem) -> String? {
        switch timestamp {
        case .none: return nil
        case .header(let name): return try value(of: name, in: headers)
        case .member(let name):
            let start = Array((name + "=").utf8)
            let members = signature.utf8.split(separator: UInt8(ascii: ",")).map { $0.drop { $0 == UInt8(ascii: " ") } }
            guard let member = members.first(where: { $0.starts(with: start) }) else {
                throw .malformedSignature("\(header) has no \(name)")
            }
            return String(decoding: member.dropFirst(start.count), as: UTF8.self)
        }
    }

    /// A sender signs with the old and the new key, possibly with several algorithms; a message with more signatures is
    /// an attack.
    private static let mostCandidates = 10

    /// The texts after the prefix, at every possible beginning of a signature; at most one more than the limit.
    /// Compared by bytes: one grapheme cluster may be as long as the header.
    private func candidates(in text: String) -> [[UInt8]] {
        var rest = Array(text.utf8)[...]
        let start = Array(prefix.utf8)
        let isSeparator: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
        var found: [[UInt8]] = []
        while found.count <= Self.mostCandidates {
            rest = rest.drop(while: isSeparator)
            if rest.isEmpty { break }
            let hasPrefix = rest.starts(with: start)
            if hasPrefix { rest = rest.dropFirst(start.count) }
            let candidate = rest.prefix { !isSeparator($0) }
            if hasPrefix, let bytes = decode(candidate) { found.append(bytes) }
            rest = rest.dropFirst(candidate.count)
        }
        return found
    }

    private func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        switch encoding {
        case .base64: return Data(base64Encoded: Data(text)).map { [UInt8]($0) }
        case .hex:
            let digits = text.map { Self.digit($0) }
            guard !digits.isEmpty, digits.count % 2 == 0, digits.allSatisfy({ $0 != nil }) else { return nil }
            return stride(from: 0, to: digits.count, by: 2).map { (digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0) }
        }
    }

    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case 0x30...0x39: letter - 0x30
        case 0x41...0x46: letter - 0x41 + 10
        case 0x61...0x66: letter - 0x61 + 10
        default: nil
        }
    }

    private func check(_ text: String, now: Date) throws(WebhookProblem) {
        guard let sent = Int64(text) else { throw .malformedSignature("the time `\(text)` is not in seconds") }
        let distance = abs(Double(sent) - now.timeIntervalSince1970)
        guard distance <= tolerance / .seconds(1) else { throw .outOfTime(sent: sent) }
    }
}
