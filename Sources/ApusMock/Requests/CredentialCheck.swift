import ApusContract
import ApusLowering
import ApusSpec
import HTTPTypes

/// Whether a request has the credentials of one of the operation's alternatives. Their values are not compared with anything.
struct CredentialCheck {
    private let schemes: [SecurityScheme]

    init(_ document: Document) {
        schemes = document.securitySchemes
    }

    /// nil for a request that has them.
    func refusal(of request: MockRequest, for operation: Operation) -> Refusal? {
        let alternatives = operation.security
        guard !alternatives.isEmpty else { return nil }
        var missing: [String] = []
        var challenges: [String] = []
        for alternative in alternatives {
            let lacking = alternative.entries.compactMap { entry in
                schemes.first { $0.name.utf8.elementsEqual(entry.scheme.utf8) }
            }.filter { !isPresent($0, in: request) }
            if lacking.isEmpty { return nil }
            missing += lacking.map(\.name)
            challenges += lacking.compactMap(challenge)
        }
        let headers = challenges.first.map { [(name: "WWW-Authenticate", value: $0)] } ?? []
        let names = missing.prefix(4).map { HeaderText.safe($0) }.joined(separator: " or ")
        return Refusal(401, "has no credential for \(names)", headers: headers)
    }

    private func isPresent(_ scheme: SecurityScheme, in request: MockRequest) -> Bool {
        let authorization = request.headers[.authorization]
        switch scheme.kind {
        case .http(let name, _):
            let start = Array((name + " ").lowercased().utf8)
            return authorization.map { $0.lowercased().utf8.starts(with: start) && $0.utf8.count > start.count }
                ?? false
        case .oauth2, .openIDConnect:
            return authorization.map { $0.lowercased().utf8.starts(with: "bearer ".utf8) && $0.utf8.count > 7 } ?? false
        case .apiKey(let name, .header):
            return HTTPField.Name(name).map { request.headers[$0]?.isEmpty == false } ?? false
        case .apiKey(let name, .query):
            let pairs = RequestAddress(request.target).query
            return pairs.contains { $0.name.utf8.elementsEqual(name.utf8) && !$0.value.isEmpty }
        case .apiKey(let name, .cookie):
            let start = Array((name + "=").utf8)
            return (request.headers[.cookie] ?? "").utf8.split(separator: UInt8(ascii: ";")).contains { pair in
                pair.drop { $0 == 0x20 }.starts(with: start)
            }
        case .apiKey, .mutualTLS, .other: return true
        }
    }

    private func challenge(_ scheme: SecurityScheme) -> String? {
        switch scheme.kind {
        case .http(let name, _): HeaderText.safe(name.prefix(1).uppercased() + name.dropFirst())
        case .oauth2, .openIDConnect: "Bearer"
        case .apiKey, .mutualTLS, .other: nil
        }
    }
}
