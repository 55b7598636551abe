import ApusRuntime
import Foundation

#if WEBHOOKS
    import ApusWebhooks
#endif

/// Messages of an attacker to a webhook: none of them is verified.
extension RuntimeShapes {
    #if WEBHOOKS
        static let signatures: [GrowthShape] = [
            signed("runtime: signatures") { String(repeating: "sha256=00,", count: $0) },
            signed("runtime: signature, separators") { String(repeating: ", ", count: $0) },
            signed("runtime: signature, marks") { "\(marked($0)),sha256=\(marked($0))" },
            signed("runtime: signature, members", member: "v1") { size in
                "t=1," + (0..<size).map { "n\($0)=1" }.joined(separator: ",")
            },
        ]

        private static func signed(
            _ name: String, member: String? = nil, _ make: @escaping @Sendable (Int) -> String
        ) -> GrowthShape {
            GrowthShape(name: name) { size in
                let signature = WebhookSignature(
                    .hmacSHA256("secret"), header: "X-Signature", prefix: "sha256=", member: member,
                    timestamp: member == nil ? .none : .member("t"),
                    content: member == nil ? [.body] : [.timestamp, .body])
                var fields = HTTPFields()
                if let field = HTTPField.Name("X-Signature") { fields[field] = make(size) }
                let body = [UInt8](repeating: 0x61, count: 1_000)
                return .init(bytes: make(size).utf8.count) {
                    do {
                        try signature.verify(headers: fields, body: body, now: Date())
                        return "genuine"
                    } catch {
                        return "refused"
                    }
                }
            }
        }
    #else
        /// A build without swift-crypto, whose C++ takes longer than everything else.
        static let signatures: [GrowthShape] = []
    #endif
}
