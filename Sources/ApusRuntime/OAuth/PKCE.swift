internal import ApusPlatform

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Proof key for code exchange (RFC 7636), always with `S256`: the authorization request contains a hash, the exchange
/// contains its input, so that a stolen code is useless.
public struct PKCE: Sendable, Hashable, Codable {
    public let verifier: SecretString

    /// Creates a verifier: 32 bytes of the system's secure generator, as 43 letters (RFC 7636, 4.1).
    public init() {
        verifier = SecretString(Self.makeRandomText())
    }

    /// Uses an existing verifier; nil when it is not 43 to 128 letters, digits or `-._~`.
    public init?(verifier: String) {
        let isAllowed = verifier.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
            default: false
            }
        }
        guard isAllowed, (43...128).contains(verifier.utf8.count) else { return nil }
        self.verifier = SecretString(verifier)
    }

    /// `BASE64URL(SHA256(verifier))` (RFC 7636, 4.2).
    public var challenge: String {
        Self.base64URL(SHA256.digest(of: verifier.value.utf8))
    }

    /// 256 random bits in 43 letters that need no escaping.
    static func makeRandomText() -> String {
        var generator = SystemRandomNumberGenerator()
        return base64URL((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// RFC 4648, 5, without padding.
    private static func base64URL(_ bytes: [UInt8]) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { letter -> Character? in
                switch letter {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: letter
                }
            })
    }
}
