import ApusRuntime
import ApusWebhooks
import Crypto
import Foundation
import Testing
import _CryptoExtras

/// Signatures that senders have published, and signatures of keys made here.
@Suite struct WebhookSignatureTests {
    private let now = Date(timeIntervalSince1970: 1_731_705_121)

    private func fields(_ pairs: [(String, String)]) -> HTTPFields {
        var fields: HTTPFields = [:]
        for (name, value) in pairs {
            if let field = HTTPField.Name(name) { fields[field] = value }
        }
        return fields
    }

    /// Returns nil for an accepted message, otherwise its problem.
    private func verify(
        _ signature: WebhookSignature, _ headers: [(String, String)], _ body: String, at now: Date? = nil
    ) -> String {
        do {
            try signature.verify(headers: fields(headers), body: Array(body.utf8), now: now ?? self.now)
            return "genuine"
        } catch {
            return error.description
        }
    }

    /// The example of GitHub's documentation.
    @Test func prefixedHexadecimal() {
        let signature = WebhookSignature(
            .hmacSHA256("It's a Secret to Everybody"), header: "X-Hub-Signature-256", prefix: "sha256=")
        let code = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        #expect(verify(signature, [("X-Hub-Signature-256", "sha256=" + code)], "Hello, World!") == "genuine")
        #expect(
            verify(signature, [("X-Hub-Signature-256", "sha256=" + code.uppercased())], "Hello, World!") == "genuine")
        #expect(verify(signature, [("X-Hub-Signature-256", "sha256=" + code)], "Hello, World?") == "no signature fits")
        #expect(
            verify(signature, [("X-Hub-Signature-256", "sha256=" + code.dropLast(2))], "Hello, World!")
                == "no signature fits")
        #expect(
            verify(signature, [("X-Hub-Signature-256", "sha1=" + code)], "Hello, World!")
                == "the signature cannot be read: X-Hub-Signature-256 has none of the form sha256=…")
        #expect(verify(signature, [], "Hello, World!") == "the header X-Hub-Signature-256 is missing")
    }

    /// The example of the Standard Webhooks specification.
    @Test func standardWebhooks() throws {
        let signature = try WebhookSignature.standardWebhooks("whsec_plJ3nmyCDGBKInavdOK15jsl")
        let body = #"{"event_type":"ping","data":{"success":true}}"#
        func headers(_ text: String, sent: Int = 1_731_705_121) -> [(String, String)] {
            [("webhook-id", "msg_loFOjxBNrRLzqYUf"), ("webhook-timestamp", "\(sent)"), ("webhook-signature", text)]
        }
        let code = "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="
        #expect(verify(signature, headers(code), body) == "genuine")
        #expect(verify(signature, headers("v1a,AAAA v1,AAAA " + code), body) == "genuine")
        #expect(verify(signature, headers("v1,AAAA"), body) == "no signature fits")
        #expect(verify(signature, headers(code, sent: 1_731_705_122), body) == "no signature fits")
        #expect(verify(signature, headers(code), body, at: now.addingTimeInterval(299)) == "genuine")
        #expect(
            verify(signature, headers(code), body, at: now.addingTimeInterval(301))
                == "it was sent at 1731705121, too far from now")
        #expect(
            verify(signature, headers(code), body, at: now.addingTimeInterval(-301))
                == "it was sent at 1731705121, too far from now")
        #expect(throws: WebhookProblem.self) { try WebhookSignature.standardWebhooks("whsec_?") }
    }

    @Test func standardWebhooksWithPublicKey() throws {
        let key = Curve25519.Signing.PrivateKey()
        let signature = try WebhookSignature.standardWebhooks(
            "whpk_" + key.publicKey.rawRepresentation.base64EncodedString())
        let code = try key.signature(for: Data("m1.1731705121.{}".utf8)).base64EncodedString()
        let headers = [("webhook-id", "m1"), ("webhook-timestamp", "1731705121"), ("webhook-signature", "v1a," + code)]
        #expect(verify(signature, headers, "{}") == "genuine")
        #expect(verify(signature, headers, "[]") == "no signature fits")
    }

    /// `t=…,v1=…`, as payment services send it, here with SHA-512.
    @Test func timestampBesideTheSignature() {
        let signature = WebhookSignature(
            .hmacSHA512("key"), header: "X-Signature", member: "v1", timestamp: .member("t"),
            content: [.timestamp, .text("."), .body])
        let code = HMAC<SHA512>.authenticationCode(
            for: Data("1731705121.{}".utf8), using: SymmetricKey(data: Data("key".utf8)))
        let text = code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        #expect(verify(signature, [("X-Signature", "t=1731705121,v1=00,v1=\(text),v0=ff")], "{}") == "genuine")
        #expect(
            verify(signature, [("X-Signature", "v1=\(text)")], "{}")
                == "the signature cannot be read: X-Signature has no t")
        #expect(verify(signature, [("X-Signature", "t=1,v1=\(text)")], "{}") == "no signature fits")
    }

    @Test func publicKeys() throws {
        let message = Data("{}".utf8)
        let p256 = P256.Signing.PrivateKey()
        let p384 = P384.Signing.PrivateKey()
        let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let rsaPEM = rsa.publicKey.pemRepresentation
        let cases: [(WebhookKey, Data)] = [
            (try .ecdsaP256(pem: p256.publicKey.pemRepresentation), try p256.signature(for: message).derRepresentation),
            (try .ecdsaP256(pem: p256.publicKey.pemRepresentation), try p256.signature(for: message).rawRepresentation),
            (try .ecdsaP384(pem: p384.publicKey.pemRepresentation), try p384.signature(for: message).derRepresentation),
            (
                try .rsaPKCS1(pem: rsaPEM),
                try rsa.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5).rawRepresentation
            ),
            (
                try .rsaPSS(pem: rsaPEM),
                try rsa.signature(for: SHA256.hash(data: message), padding: .PSS).rawRepresentation
            ),
        ]
        for (key, code) in cases {
            let signature = WebhookSignature(key, header: "X-S", encoding: .base64)
            #expect(verify(signature, [("X-S", code.base64EncodedString())], "{}") == "genuine", "\(key)")
            #expect(verify(signature, [("X-S", code.base64EncodedString())], "[]") == "no signature fits", "\(key)")
            #expect(verify(signature, [("X-S", "AAAA")], "{}") == "no signature fits", "\(key)")
        }
        #expect(throws: WebhookProblem.self) { try WebhookKey.ecdsaP256(pem: "no key") }
        #expect(throws: WebhookProblem.self) { try WebhookKey.ed25519(rawRepresentation: Data([1])) }
    }

    /// An old message with a fresh time would be believed, or any body at all.
    @Test func whatIsBelievedMustBeSigned() {
        let code = HMAC<SHA256>.authenticationCode(for: Data("{}".utf8), using: SymmetricKey(data: Data("key".utf8)))
        let text = code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        let headers = [("X-S", text), ("X-Time", "1731705121")]
        func problem(_ timestamp: WebhookSignature.Timestamp, _ content: [WebhookSignature.Piece] = [.body]) -> String {
            let signature = WebhookSignature(
                .hmacSHA256("key"), header: "X-S", timestamp: timestamp, content: content)
            return verify(signature, headers, "{}")
        }
        #expect(problem(.none) == "genuine")
        #expect(problem(.header("X-Time")).contains("the time in X-Time is not among what is signed"))
        #expect(problem(.header("X-Time")).contains("with .timestamp"))
        #expect(problem(.member("t")).contains("the time in t is not among what is signed"))
        #expect(problem(.header("X-Time"), [.header("X-Other"), .body]).contains("not among what is signed"))
        #expect(problem(.none, [.timestamp, .body]).contains("does not state its location"))
        #expect(problem(.none, [.text("x")]).contains("the body is not among what is signed"))
        #expect(problem(.header("X-Time"), [.header("x-time"), .body]) == "no signature fits")
        #expect(problem(.header("X-Time"), [.timestamp, .body]) == "no signature fits")
    }

    /// In no form in which Swift prints a value, as text or as bytes.
    @Test func keysAreNotShown() {
        let key = WebhookKey.hmacSHA256("secret")
        #expect("\(key)" == "WebhookKey(hmacSHA256)" && String(reflecting: key) == "WebhookKey(hmacSHA256)")
        var text = ""
        dump(WebhookSignature(key, header: "X-S"), to: &text)
        #expect(text.contains("X-S") && !text.contains("secret") && !text.contains("115"), "\(text)")
    }

    /// Anybody could sign with it.
    @Test func anEmptySecretProvesNothing() {
        let signature = WebhookSignature(.hmacSHA256(""), header: "X-S")
        let code = HMAC<SHA256>.authenticationCode(for: Data("{}".utf8), using: SymmetricKey(data: Data()))
        let text = code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        #expect(
            verify(signature, [("X-S", text)], "{}")
                == "the key cannot be used: the shared secret is empty, and anybody could sign with it")
    }
}

/// Hostile content of a signature's header.
@Suite(.timeLimit(.minutes(10))) struct SignatureHeaderTests {
    private let body = [UInt8](repeating: 0x61, count: 8 << 20)
    private let secret = "s3cret"

    private var code: String {
        HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Array(secret.utf8)))
            .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    private func verify(_ text: String) -> WebhookProblem? {
        let signature = WebhookSignature(.hmacSHA256(secret), header: "X-Signature", prefix: "sha256=")
        var fields: HTTPFields = [:]
        if let name = HTTPField.Name("X-Signature") { fields[name] = text }
        do {
            try signature.verify(headers: fields, body: body, now: Date())
            return nil
        } catch {
            return error
        }
    }

    /// Each would cost a code over the whole body.
    @Test func manyCandidatesAreRefused() {
        let wrong = "sha256=" + String(repeating: "0", count: 64)
        let many = Array(repeating: wrong, count: 8_000).joined(separator: ",")
        #expect(verify(many + ",sha256=\(code)") == .malformedSignature("X-Signature has more than 10"))
        let ten = Array(repeating: wrong, count: 9) + ["sha256=\(code)"]
        #expect(verify(ten.joined(separator: ", ")) == nil)
        #expect(verify(Array(repeating: wrong, count: 10).joined(separator: " ")) == .wrongSignature)
    }

    /// Grapheme clusters are read by their bytes.
    @Test func combiningMarks() {
        let marks = "e" + String(repeating: "\u{301}\u{323}", count: 250_000)
        #expect(verify("\(marks),sha256=\(code)") == nil)
        #expect(verify("sha256=\(marks)") == .malformedSignature("X-Signature has none of the form sha256=…"))
        let signature = WebhookSignature(
            .hmacSHA256(secret), header: "X-Signature", member: "v1", timestamp: .member("t"),
            content: [.timestamp, .text("."), .body])
        var fields: HTTPFields = [:]
        if let name = HTTPField.Name("X-Signature") { fields[name] = "\(marks)=1,v1=\(code)" }
        #expect(throws: WebhookProblem.malformedSignature("X-Signature has no t")) {
            try signature.verify(headers: fields, body: body, now: Date())
        }
    }
}
