import ApusModel

/// The OAuth endpoints of an `oauth2` scheme in Swift.
enum OAuthExpression {
    /// `public static let oauth2Endpoints = OAuthEndpoints(token: "https://pets.test/token")`, one for each token
    /// endpoint: flows with equal endpoints share the constant, as nearly all do.
    ///
    /// The implicit and the password flow have none, because the runtime does not support them (RFC 9700, 2.1.2 and
    /// 2.4).
    static func endpoints(_ scheme: SecuritySchemeDecl, hasRefusals: Bool, _ printer: Printer) -> [String] {
        guard case .oauth2(let flows) = scheme.kind else { return [] }
        let usable = flows.filter { $0.tokenURL != nil && $0.kind != "implicit" && $0.kind != "password" }
        let stem = scheme.name.filter { $0 != "`" }
        let isShared = usable.allSatisfy {
            $0.tokenURL == usable.first?.tokenURL && $0.refreshURL == usable.first?.refreshURL
        }
        if isShared {
            return usable.isEmpty ? [] : [constant(stem + "Endpoints", usable, hasRefusals: hasRefusals, printer)]
        }
        return usable.map {
            constant(
                stem + $0.kind.prefix(1).uppercased() + $0.kind.dropFirst() + "Endpoints", [$0],
                hasRefusals: hasRefusals, printer)
        }
    }

    private static func constant(
        _ name: String, _ flows: [OAuthFlowDecl], hasRefusals: Bool, _ printer: Printer
    ) -> String {
        let urls: [(label: String, url: String?)] = [
            (
                "authorization",
                flows.lazy.filter { $0.kind == "authorizationCode" }.compactMap(\.authorizationURL).first
            ),
            ("token", flows.first?.tokenURL),
            ("refresh", flows.first?.refreshURL),
            ("deviceAuthorization", flows.lazy.compactMap(\.deviceAuthorizationURL).first),
        ]
        var arguments = urls.compactMap { label, url in url.map { label + ": " + SwiftSource.literal($0) } }
        if hasRefusals { arguments.append("refusals: refusals") }
        let head = printer.access + "static let " + name + " = " + printer.vocabulary["OAuthEndpoints"]
        return printer.layout.call(head, arguments, depth: 1)
    }
}
