import ApusRuntime
import ApusWebhooks
import Foundation
import HTTPTypes
import Testing

/// Signatures that a test makes are those of a sender.
struct SignTests {
    private typealias Foreign = ForeignSignatures
    private let now = Date(timeIntervalSince1970: 1_731_705_121.9)
    private let body = Array(#"{"id":1}"#.utf8)

    private func describe(
        _ key: WebhookKey, _ encoding: WebhookSignature.Encoding = .base64
    ) -> WebhookSignature {
        WebhookSignature(
            key, header: "X-Signature", member: "v1", encoding: encoding, timestamp: .member("t"),
            content: [.timestamp, .text("."), .body])
    }

    private func signed(
        _ key: WebhookKey, _ signing: WebhookSigningKey, _ encoding: WebhookSignature.Encoding = .base64
    ) throws -> String {
        let signature = describe(key, encoding)
        let headers = try signature.sign(body: body, with: signing, now: now)
        try signature.verify(headers: headers, body: body, now: now)
        #expect(throws: WebhookProblem.wrongSignature, "\(signing)") {
            try signature.verify(headers: headers, body: body + [0x20], now: now)
        }
        #expect(throws: WebhookProblem.outOfTime(sent: 1_731_705_121)) {
            try signature.verify(headers: headers, body: body, now: now.addingTimeInterval(1000))
        }
        let name = try #require(HTTPField.Name("X-Signature"))
        let text = try #require(headers[name])
        #expect(text.hasPrefix("t=1731705121,v1="))
        return String(text.dropFirst("t=1731705121,v1=".count))
    }

    @Test func sharedSecrets() throws {
        let secret = Array("the shared secret".utf8)
        #expect(try signed(.hmacSHA1(secret), .hmacSHA1(secret), .hex) == Foreign.sha1)
        #expect(try signed(.hmacSHA256(secret), .hmacSHA256(secret), .hex) == Foreign.sha256)
        #expect(try signed(.hmacSHA384(secret), .hmacSHA384(secret), .hex) == Foreign.sha384)
        #expect(try signed(.hmacSHA512(secret), .hmacSHA512(secret), .hex) == Foreign.sha512)
    }

    /// ECDSA and PSS are random, and so is Ed25519 on Apple's platforms: these are verified by the foreign public key.
    @Test func privateKeys() throws {
        let edPublic = try #require(Data(base64Encoded: Foreign.edPublic))
        let edPrivate = try #require(Data(base64Encoded: Foreign.edPrivate))
        let ed = try signed(.ed25519(rawRepresentation: edPublic), .ed25519(rawRepresentation: edPrivate))
        #if os(Linux)
            #expect(ed == Foreign.edSignature)
        #endif
        #expect(!ed.isEmpty)
        #expect(
            try signed(.rsaPKCS1(pem: Foreign.rsaPublic), .rsaPKCS1(pem: Foreign.rsaPrivate))
                == Foreign.rsaPKCS1Signature)
        _ = try signed(.rsaPSS(pem: Foreign.rsaPublic), .rsaPSS(pem: Foreign.rsaPrivate))
        _ = try signed(.ecdsaP256(pem: Foreign.p256Public), .ecdsaP256(pem: Foreign.p256Private))
        _ = try signed(.ecdsaP384(pem: Foreign.p384Public), .ecdsaP384(pem: Foreign.p384Private))
        #expect(throws: WebhookProblem.self) { try WebhookSigningKey.ecdsaP256(pem: Foreign.p256Public) }
        #expect(throws: WebhookProblem.self) { try WebhookSigningKey.ed25519(rawRepresentation: Data([1])) }
    }

    /// The examples of GitHub's documentation and of the Standard Webhooks specification.
    @Test func publishedExamples() throws {
        let prefixed = WebhookSignature(
            .hmacSHA256("It's a Secret to Everybody"), header: "X-Hub-Signature-256", prefix: "sha256=")
        let hub = try prefixed.sign(body: Array("Hello, World!".utf8), with: .hmacSHA256("It's a Secret to Everybody"))
        #expect(
            hub[HTTPField.Name("X-Hub-Signature-256")!]
                == "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")

        let standard = try WebhookSignature.standardWebhooks("whsec_plJ3nmyCDGBKInavdOK15jsl")
        let headers = try standard.sign(
            body: Array(#"{"event_type":"ping","data":{"success":true}}"#.utf8),
            headers: [HTTPField.Name("webhook-id")!: "msg_loFOjxBNrRLzqYUf"],
            with: .standardWebhooks("whsec_plJ3nmyCDGBKInavdOK15jsl"), now: now)
        #expect(headers[HTTPField.Name("webhook-timestamp")!] == "1731705121")
        #expect(
            headers[HTTPField.Name("webhook-signature")!] == "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=")
    }

    /// The old and the new key sign, over one time.
    @Test func keysAreRotated() throws {
        let id: HTTPFields = [HTTPField.Name("webhook-id")!: "m1"]
        let old = try WebhookSignature.standardWebhooks("whsec_b2xkIHNlY3JldA==")
        let new = try WebhookSignature.standardWebhooks("whsec_bmV3IHNlY3JldA==")
        let first = try old.sign(body: body, headers: id, with: .standardWebhooks("whsec_b2xkIHNlY3JldA=="), now: now)
        let both = try new.sign(
            body: body, headers: first, with: .standardWebhooks("whsec_bmV3IHNlY3JldA=="),
            now: now.addingTimeInterval(9))
        try old.verify(headers: both, body: body, now: now)
        try new.verify(headers: both, body: body, now: now)
        #expect(both[HTTPField.Name("webhook-timestamp")!] == "1731705121")

        let members = describe(.hmacSHA256("old"), .hex)
        let signed = try members.sign(body: body, with: .hmacSHA256("old"), now: now)
        let twice = try members.sign(body: body, headers: signed, with: .hmacSHA256("new"), now: now)
        try members.verify(headers: twice, body: body, now: now)
        try describe(.hmacSHA256("new"), .hex).verify(headers: twice, body: body, now: now)
    }

    @Test func whatCannotBeSignedIsTold() throws {
        let standard = try WebhookSignature.standardWebhooks("whsec_plJ3nmyCDGBKInavdOK15jsl")
        #expect(throws: WebhookProblem.missingHeader("webhook-id")) {
            try standard.sign(body: body, with: .standardWebhooks("whsec_plJ3nmyCDGBKInavdOK15jsl"))
        }
        #expect(throws: WebhookProblem.self) { try WebhookSigningKey.standardWebhooks("whsk_?") }
        let unsafe = WebhookSignature(.hmacSHA256("k"), header: "X-S", timestamp: .header("X-Time"))
        #expect(throws: WebhookProblem.self) { try unsafe.sign(body: body, with: .hmacSHA256("k")) }
        let key = WebhookSigningKey.hmacSHA256("secret")
        var text = ""
        dump(key, to: &text)
        #expect("\(key)" == "WebhookSigningKey(hmacSHA256)" && !text.contains("secret"), "\(text)")
    }

    /// Standard Webhooks with a private key.
    @Test func standardWebhooksWithPrivateKey() throws {
        let signature = try WebhookSignature.standardWebhooks("whpk_" + Foreign.edPublic)
        let headers = try signature.sign(
            body: body, headers: [HTTPField.Name("webhook-id")!: "m1"],
            with: .standardWebhooks("whsk_" + Foreign.edPrivate), now: now)
        #expect(headers[HTTPField.Name("webhook-signature")!]?.hasPrefix("v1a,") == true)
        try signature.verify(headers: headers, body: body, now: now)
    }
}
