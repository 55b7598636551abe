import ApusAsyncHTTPClient
import ApusMock
import ApusRuntime
import ApusWebhooks
import ArgumentParser
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The receiver of webhooks, and the form of their signatures.
struct WebhookArguments: ParsableArguments {
    @Option(
        name: .customLong("webhooks"), help: "The URL that messages are sent to: POST /__mock/webhooks/NAME sends one.")
    var address: String?

    @Option(help: "The environment variable with the secret that signs messages (HMAC-SHA-256).")
    var webhookSecret: String?

    @Option(help: "The header with the signature.")
    var webhookHeader = "X-Signature"

    @Option(help: "The text before the signature, such as sha256=.")
    var webhookPrefix = ""

    @Option(help: "The encoding of the signature: hex or base64.")
    var webhookEncoding = "hex"

    @Option(
        help:
            "The member of the signature's header that has the time of sending, such as t; it is signed with the body.")
    var webhookTime: String?

    func validate() throws {
        guard ["hex", "base64"].contains(webhookEncoding) else {
            throw ValidationError("--webhook-encoding must be hex or base64")
        }
        guard HTTPField.Name(webhookHeader) != nil else {
            throw ValidationError("--webhook-header must be the name of a header")
        }
        if webhookSecret != nil, address == nil { throw ValidationError("--webhook-secret needs --webhooks") }
    }

    /// nil without an address.
    func sender() throws -> MockWebhooks? {
        guard let address else { return nil }
        guard let variable = webhookSecret else { return try MockWebhooks(to: address, over: .asyncHTTPClient()) }
        guard let secret = ProcessInfo.processInfo.environment[variable], !secret.isEmpty else {
            throw ValidationError("the environment variable \(variable) is not set")
        }
        let signature = WebhookSignature(
            .hmacSHA256(secret), header: webhookHeader, prefix: webhookPrefix,
            encoding: webhookEncoding == "hex" ? .hex : .base64)
        return try MockWebhooks(to: address, over: .asyncHTTPClient()) { headers, body in
            try signature.sign(body: body, headers: headers, with: .hmacSHA256(secret))
        }
    }
}
