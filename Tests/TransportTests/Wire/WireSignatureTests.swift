import ApusRuntime
import ApusWebhooks
import Crypto
import Foundation
import Hummingbird
import TestServers
import Testing
import Wire
import _CryptoExtras

/// Signatures of every kind, as a real server receives and verifies them: genuine ones are accepted, others are not.
@Suite struct WireSignatureTests {
    /// A signature scheme, from both sides.
    struct Scheme: Sendable, CustomTestStringConvertible {
        let name: String
        let verifier: WebhookSignature
        /// Headers for a body that is sent at a given time.
        let sign: @Sendable (_ body: String, _ sent: Int) throws -> [(String, String)]

        var testDescription: String { name }
    }

    private static let body = #"{"type":"created","details":{"id":"d"}}"#

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func code<Hash: HashFunction>(_ hash: Hash.Type, _ key: String, _ text: String) -> [UInt8] {
        Array(HMAC<Hash>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(key.utf8))))
    }

    /// With a code over the body only.
    private static func plain(
        _ name: String, _ key: WebhookKey, _ sign: @escaping @Sendable (_ body: Data) throws -> Data
    ) -> Scheme {
        Scheme(name: name, verifier: WebhookSignature(key, header: "X-Signature", encoding: .base64)) { body, _ in
            [("X-Signature", try sign(Data(body.utf8)).base64EncodedString())]
        }
    }

    static func schemes() throws -> [Scheme] {
        let ed25519 = Curve25519.Signing.PrivateKey()
        let (p256, p384) = (P256.Signing.PrivateKey(), P384.Signing.PrivateKey())
        let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let pem = rsa.publicKey.pemRepresentation
        let stamped = WebhookSignature(
            .hmacSHA256("key"), header: "X-Signature", member: "v1", timestamp: .member("t"),
            content: [.timestamp, .text("."), .body])
        return [
            plain("HMAC-SHA1", .hmacSHA1(Array("key".utf8))) { Data(code(Insecure.SHA1.self, "key", text($0))) },
            plain("HMAC-SHA256", .hmacSHA256("key")) { Data(code(SHA256.self, "key", text($0))) },
            plain("HMAC-SHA384", .hmacSHA384(Array("key".utf8))) { Data(code(SHA384.self, "key", text($0))) },
            plain("HMAC-SHA512", .hmacSHA512("key")) { Data(code(SHA512.self, "key", text($0))) },
            plain("Ed25519", try .ed25519(rawRepresentation: ed25519.publicKey.rawRepresentation)) {
                try ed25519.signature(for: $0)
            },
            plain("ECDSA P-256", try .ecdsaP256(pem: p256.publicKey.pemRepresentation)) {
                try p256.signature(for: $0).derRepresentation
            },
            plain("ECDSA P-384", try .ecdsaP384(pem: p384.publicKey.pemRepresentation)) {
                try p384.signature(for: $0).rawRepresentation
            },
            plain("RSA PKCS #1", try .rsaPKCS1(pem: pem)) {
                try rsa.signature(for: SHA256.hash(data: $0), padding: .insecurePKCS1v1_5).rawRepresentation
            },
            plain("RSA PSS", try .rsaPSS(pem: pem)) {
                try rsa.signature(for: SHA256.hash(data: $0), padding: .PSS).rawRepresentation
            },
            Scheme(name: "timestamp beside the signature", verifier: stamped) { body, sent in
                [("X-Signature", "t=\(sent),v1=\(hex(code(SHA256.self, "key", "\(sent).\(body)")))")]
            },
            try standard("Standard Webhooks", "whsec_" + Data("key".utf8).base64EncodedString()) { text in
                "v1," + Data(code(SHA256.self, "key", text)).base64EncodedString()
            },
            try standard(
                "Standard Webhooks with a public key",
                "whpk_" + ed25519.publicKey.rawRepresentation.base64EncodedString()
            ) { text in
                "v1a," + (try ed25519.signature(for: Data(text.utf8)).base64EncodedString())
            },
        ]
    }

    private static func text(_ data: Data) -> String {
        String(decoding: data, as: UTF8.self)
    }

    private static func standard(
        _ name: String, _ key: String, _ sign: @escaping @Sendable (_ text: String) throws -> String
    ) throws -> Scheme {
        Scheme(name: name, verifier: try .standardWebhooks(key)) { body, sent in
            [
                ("webhook-id", "m1"), ("webhook-timestamp", "\(sent)"),
                ("webhook-signature", try sign("m1.\(sent).\(body)")),
            ]
        }
    }

    private static func router(_ verifier: WebhookSignature) -> Router<BasicRequestContext> {
        let router = Router()
        router.post("hooks") { request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            do {
                let event: WireEvent = try verifier.event(
                    headers: request.headers, body: Array(body.readableBytesView))
                return "\(event)"
            } catch let problem as WebhookProblem {
                return "refused: \(problem)"
            }
        }
        return router
    }

    @Test(arguments: TransportKind.allCases) func genuineOnesAreTaken(kind: TransportKind) async throws {
        for scheme in try Self.schemes() {
            let now = Int(Date().timeIntervalSince1970)
            let isStamped = scheme.name.hasPrefix("timestamp") || scheme.name.hasPrefix("Standard")
            try await LoopbackServer.run(Self.router(scheme.verifier)) { port in
                let transport = kind.make()
                func post(_ body: String, _ headers: [(String, String)]) async throws -> String {
                    var request = HTTPRequest(
                        method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: "/hooks",
                        headerFields: [.contentType: "application/json"])
                    for (name, value) in headers {
                        if let field = HTTPField.Name(name) { request.headerFields[field] = value }
                    }
                    let response = try await transport.send(request, body: .text(body), options: .standard)
                    return String(decoding: try await response.body.collect(), as: UTF8.self)
                }
                let body = Self.body
                let genuine = try await post(body, scheme.sign(body, now))
                #expect(genuine.hasPrefix("detailsCreated("), "\(scheme.name): \(genuine)")
                let changed = try await post(body + " ", scheme.sign(body, now))
                #expect(changed == "refused: no signature fits", "\(scheme.name)")
                let unsigned = try await post(body, [])
                #expect(unsigned.hasPrefix("refused: the header "), "\(scheme.name): \(unsigned)")
                let old = try await post(body, scheme.sign(body, now - 301))
                #expect(old.hasPrefix(isStamped ? "refused: it was sent at" : "detailsCreated("), "\(scheme.name)")
            }
        }
    }
}
