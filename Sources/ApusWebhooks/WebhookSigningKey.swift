public import ApusRuntime
internal import Crypto
internal import _CryptoExtras

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The key that makes a signature, for tests of a receiver: a shared secret, or the sender's private key. Never appears
/// in `description`. Each kind is verified by the ``WebhookKey`` of the same name.
public struct WebhookSigningKey: Sendable {
    private enum Kind: String {
        case hmacSHA1, hmacSHA256, hmacSHA384, hmacSHA512
        case ed25519, ecdsaP256, ecdsaP384, rsaPKCS1, rsaPSS
    }

    private let kind: Kind
    private let sign: @Sendable ([UInt8]) throws -> [UInt8]

    private init(_ kind: Kind, _ sign: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
        self.kind = kind
        self.sign = sign
    }

    /// HMAC (RFC 2104) with SHA-256.
    public static func hmacSHA256(_ secret: [UInt8]) -> WebhookSigningKey { hmac(.hmacSHA256, secret, SHA256.self) }
    public static func hmacSHA256(_ secret: String) -> WebhookSigningKey { .hmacSHA256(Array(secret.utf8)) }
    /// HMAC with SHA-384.
    public static func hmacSHA384(_ secret: [UInt8]) -> WebhookSigningKey { hmac(.hmacSHA384, secret, SHA384.self) }
    /// HMAC with SHA-512.
    public static func hmacSHA512(_ secret: [UInt8]) -> WebhookSigningKey { hmac(.hmacSHA512, secret, SHA512.self) }
    public static func hmacSHA512(_ secret: String) -> WebhookSigningKey { .hmacSHA512(Array(secret.utf8)) }
    /// HMAC with SHA-1.
    public static func hmacSHA1(_ secret: [UInt8]) -> WebhookSigningKey {
        hmac(.hmacSHA1, secret, Insecure.SHA1.self)
    }

    private static func hmac<Hash: HashFunction>(
        _ kind: Kind, _ secret: [UInt8], _ hash: Hash.Type
    ) -> WebhookSigningKey {
        WebhookSigningKey(kind) { message in
            Array(HMAC<Hash>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        }
    }

    /// Ed25519 (RFC 8032): the 32 bytes of the private key, its seed.
    ///
    /// - Throws: ``WebhookProblem/unusableKey(_:)``, as all functions with a private key.
    public static func ed25519(rawRepresentation bytes: Data) throws(WebhookProblem) -> WebhookSigningKey {
        let key = try read { try Curve25519.Signing.PrivateKey(rawRepresentation: bytes) }
        return WebhookSigningKey(.ed25519) { Array(try key.signature(for: $0)) }
    }

    /// ECDSA on P-256 with SHA-256; the key in PEM. Signatures are DER.
    public static func ecdsaP256(pem: String) throws(WebhookProblem) -> WebhookSigningKey {
        let key = try read { try P256.Signing.PrivateKey(pemRepresentation: pem) }
        return WebhookSigningKey(.ecdsaP256) { Array(try key.signature(for: $0).derRepresentation) }
    }

    /// ECDSA on P-384 with SHA-384; the key in PEM. Signatures are DER.
    public static func ecdsaP384(pem: String) throws(WebhookProblem) -> WebhookSigningKey {
        let key = try read { try P384.Signing.PrivateKey(pemRepresentation: pem) }
        return WebhookSigningKey(.ecdsaP384) { Array(try key.signature(for: $0).derRepresentation) }
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2), at least 2048 bits; the key in PEM.
    public static func rsaPKCS1(pem: String) throws(WebhookProblem) -> WebhookSigningKey {
        try rsa(.rsaPKCS1, pem, .insecurePKCS1v1_5)
    }

    /// RSASSA-PSS with SHA-256 (RFC 8017, 8.1), at least 2048 bits; the key in PEM.
    public static func rsaPSS(pem: String) throws(WebhookProblem) -> WebhookSigningKey {
        try rsa(.rsaPSS, pem, .PSS)
    }

    private static func rsa(
        _ kind: Kind, _ pem: String, _ padding: _RSA.Signing.Padding
    ) throws(WebhookProblem) -> WebhookSigningKey {
        let key = try read { try _RSA.Signing.PrivateKey(pemRepresentation: pem) }
        return WebhookSigningKey(kind) { message in
            Array(try key.signature(for: SHA256.hash(data: message), padding: padding).rawRepresentation)
        }
    }

    /// The key of Standard Webhooks 1.0 as the sender has it: `whsec_…`, the shared secret, or `whsk_…`, the private
    /// key, base64.
    public static func standardWebhooks(_ key: String) throws(WebhookProblem) -> WebhookSigningKey {
        let isPrivate = key.hasPrefix("whsk_")
        let text = isPrivate ? key.dropFirst(5) : key.hasPrefix("whsec_") ? key.dropFirst(6) : key[...]
        guard let bytes = Data(base64Encoded: String(text)), !bytes.isEmpty else {
            throw .unusableKey("it is not base64 behind `whsec_` or `whsk_`")
        }
        return isPrivate ? try .ed25519(rawRepresentation: bytes) : .hmacSHA256([UInt8](bytes))
    }

    private static func read<Key>(_ make: () throws -> Key) throws(WebhookProblem) -> Key {
        do { return try make() } catch { throw .unusableKey("\(error)") }
    }

    func signature(of message: [UInt8]) throws(WebhookProblem) -> [UInt8] {
        do { return try sign(message) } catch { throw .unusableKey("\(error)") }
    }
}

extension WebhookSigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind only: `WebhookSigningKey(hmacSHA256)`.
    public var description: String { "WebhookSigningKey(\(kind))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
