public import ApusRuntime
internal import Crypto
internal import _CryptoExtras

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The key that verifies a signature: a shared secret, or the sender's public key. Never appears in `description`.
///
/// An empty secret, for example of an unset variable, verifies nothing: every message is refused with
/// ``WebhookProblem/unusableKey(_:)``.
public struct WebhookKey: Sendable {
    private enum Kind {
        case hmacSHA1, hmacSHA256, hmacSHA384, hmacSHA512
        case ed25519, p256, p384, rsaPKCS1, rsaPSS
    }

    private let kind: Kind
    private let bytes: [UInt8]

    private init(_ kind: Kind, _ bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }

    /// HMAC (RFC 2104) with SHA-256.
    public static func hmacSHA256(_ secret: [UInt8]) -> WebhookKey { WebhookKey(.hmacSHA256, secret) }
    public static func hmacSHA256(_ secret: String) -> WebhookKey { .hmacSHA256(Array(secret.utf8)) }
    /// HMAC with SHA-384.
    public static func hmacSHA384(_ secret: [UInt8]) -> WebhookKey { WebhookKey(.hmacSHA384, secret) }
    /// HMAC with SHA-512.
    public static func hmacSHA512(_ secret: [UInt8]) -> WebhookKey { WebhookKey(.hmacSHA512, secret) }
    public static func hmacSHA512(_ secret: String) -> WebhookKey { .hmacSHA512(Array(secret.utf8)) }
    /// HMAC with SHA-1, for senders without a better algorithm; SHA-1 is not broken as an HMAC.
    public static func hmacSHA1(_ secret: [UInt8]) -> WebhookKey { WebhookKey(.hmacSHA1, secret) }

    /// Ed25519 (RFC 8032): the 32 bytes of the key.
    ///
    /// - Throws: ``WebhookProblem/unusableKey(_:)``, as all functions with a public key.
    public static func ed25519(rawRepresentation bytes: Data) throws(WebhookProblem) -> WebhookKey {
        try checked(.ed25519, [UInt8](bytes)) { _ = try Curve25519.Signing.PublicKey(rawRepresentation: bytes) }
    }

    /// ECDSA on P-256 with SHA-256; the key in PEM. Signatures are DER or the two concatenated numbers.
    public static func ecdsaP256(pem: String) throws(WebhookProblem) -> WebhookKey {
        try checked(.p256, Array(pem.utf8)) { _ = try P256.Signing.PublicKey(pemRepresentation: pem) }
    }

    /// ECDSA on P-384 with SHA-384; the key in PEM.
    public static func ecdsaP384(pem: String) throws(WebhookProblem) -> WebhookKey {
        try checked(.p384, Array(pem.utf8)) { _ = try P384.Signing.PublicKey(pemRepresentation: pem) }
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2), at least 2048 bits; the key in PEM.
    public static func rsaPKCS1(pem: String) throws(WebhookProblem) -> WebhookKey {
        try checked(.rsaPKCS1, Array(pem.utf8)) { _ = try _RSA.Signing.PublicKey(pemRepresentation: pem) }
    }

    /// RSASSA-PSS with SHA-256 (RFC 8017, 8.1), at least 2048 bits; the key in PEM.
    public static func rsaPSS(pem: String) throws(WebhookProblem) -> WebhookKey {
        try checked(.rsaPSS, Array(pem.utf8)) { _ = try _RSA.Signing.PublicKey(pemRepresentation: pem) }
    }

    private static func checked(
        _ kind: Kind, _ bytes: [UInt8], _ check: () throws -> Void
    ) throws(WebhookProblem) -> WebhookKey {
        do {
            try check()
        } catch {
            throw .unusableKey("\(error)")
        }
        return WebhookKey(kind, bytes)
    }

    /// Whether one of several signatures matches. The code of a shared secret is computed once. All signatures are
    /// tried, each in constant time, so that the time does not reveal the matching one.
    func isAnySignature(of message: [UInt8], among signatures: [[UInt8]]) throws(WebhookProblem) -> Bool {
        if bytes.isEmpty { throw .unusableKey("the shared secret is empty, and anybody could sign with it") }
        do {
            switch kind {
            case .hmacSHA1: return isCode(of: message, among: signatures, Insecure.SHA1.self)
            case .hmacSHA256: return isCode(of: message, among: signatures, SHA256.self)
            case .hmacSHA384: return isCode(of: message, among: signatures, SHA384.self)
            case .hmacSHA512: return isCode(of: message, among: signatures, SHA512.self)
            case .ed25519, .p256, .p384, .rsaPKCS1, .rsaPSS:
                return try signatures.reduce(false) { try isSignature($1, of: message) || $0 }
            }
        } catch {
            throw .unusableKey("\(error)")
        }
    }

    /// Verifies with a public key.
    private func isSignature(_ signature: [UInt8], of message: [UInt8]) throws -> Bool {
        switch kind {
        case .ed25519:
            let key = try Curve25519.Signing.PublicKey(rawRepresentation: Data(bytes))
            return key.isValidSignature(Data(signature), for: Data(message))
        case .p256: return try isP256(signature, of: message)
        case .p384: return try isP384(signature, of: message)
        case .rsaPKCS1, .rsaPSS: return try isRSA(signature, of: message)
        case .hmacSHA1, .hmacSHA256, .hmacSHA384, .hmacSHA512: return false
        }
    }

    private func isCode<Hash: HashFunction>(
        of message: [UInt8], among codes: [[UInt8]], _ hash: Hash.Type
    ) -> Bool {
        let own = HMAC<Hash>.authenticationCode(for: message, using: SymmetricKey(data: bytes))
        return codes.reduce(false) { isFound, code in own == code || isFound }
    }

    private func isP256(_ signature: [UInt8], of message: [UInt8]) throws -> Bool {
        let key = try P256.Signing.PublicKey(pemRepresentation: String(decoding: bytes, as: UTF8.self))
        let read = [
            try? P256.Signing.ECDSASignature(derRepresentation: signature),
            try? P256.Signing.ECDSASignature(rawRepresentation: signature),
        ]
        return read.contains { $0.map { key.isValidSignature($0, for: message) } ?? false }
    }

    private func isP384(_ signature: [UInt8], of message: [UInt8]) throws -> Bool {
        let key = try P384.Signing.PublicKey(pemRepresentation: String(decoding: bytes, as: UTF8.self))
        let read = [
            try? P384.Signing.ECDSASignature(derRepresentation: signature),
            try? P384.Signing.ECDSASignature(rawRepresentation: signature),
        ]
        return read.contains { $0.map { key.isValidSignature($0, for: message) } ?? false }
    }

    private func isRSA(_ signature: [UInt8], of message: [UInt8]) throws -> Bool {
        let key = try _RSA.Signing.PublicKey(pemRepresentation: String(decoding: bytes, as: UTF8.self))
        let padding: _RSA.Signing.Padding = kind == .rsaPSS ? .PSS : .insecurePKCS1v1_5
        return key.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: message), padding: padding)
    }
}

extension WebhookKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind only: `WebhookKey(hmacSHA256)`.
    public var description: String { "WebhookKey(\(kind))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
