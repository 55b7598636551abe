import ApusModel

/// The credentials of a module: a factory for each security scheme, with the scheme's name.
struct CredentialsContext: TemplateContext {
    static let template = "credentials"
    static let tags =
        [
            "name", "typeName", "tokens", "passwords", "renewables", "renewables.availability", "renewables.name",
            "renewables.key", "reasons", "reasons.doc", "reasons.name", "reasons.key", "refusals", "endpoints",
        ]
        + SchemeContext.tags.flatMap { tag in ["tokens.", "passwords."].map { $0 + tag } }

    /// One scheme.
    struct SchemeContext: TemplateValue {
        static let tags = ["doc", "availability", "name", "key", "label"]

        var doc: [String]
        var availability: [String]
        var name: String
        /// The scheme's name in the document, as a literal.
        var key: String
        /// `token`, or `key` for an API key.
        var label: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "doc": doc
            case "availability": availability
            case "name": self.name
            case "key": key
            case "label": label
            default: nil
            }
        }
    }

    private let name: String
    private let tokens: [SchemeContext]
    private let passwords: [SchemeContext]
    /// Schemes whose token may be replaced by a credential of the runtime or the caller.
    private let renewables: [SchemeContext]
    /// The codes of refusals that the runtime does not name.
    private let reasons: [SchemeContext]
    /// A constant with the rules, or nothing.
    private let refusals: [String]
    private let endpoints: [String]

    init(_ decl: CredentialsDecl, _ printer: Printer) {
        name = decl.typeName
        passwords = decl.schemes.filter { $0.kind == .http(scheme: "basic") }.map {
            Self.scheme($0, label: "password", printer)
        }
        tokens = decl.schemes.filter { $0.kind != .http(scheme: "basic") && $0.kind != .mutualTLS }.map {
            if case .apiKey = $0.kind { return Self.scheme($0, label: "key", printer) }
            return Self.scheme($0, label: "token", printer)
        }
        renewables = decl.schemes.filter { Self.isRenewable($0.kind) }.map { Self.scheme($0, label: "token", printer) }
        reasons = RefusalExpression.reasons(decl.refusals, depth: printer.top.depth + 1)
        refusals = RefusalExpression.rules(decl.refusals, printer)
        endpoints = decl.schemes.flatMap {
            OAuthExpression.endpoints($0, hasRefusals: !decl.refusals.isEmpty, printer)
        }
    }

    private static func isRenewable(_ kind: SecuritySchemeDecl.Kind) -> Bool {
        switch kind {
        case .oauth2, .openIDConnect, .http(scheme: "bearer"): true
        case .http, .apiKey, .mutualTLS, .other: false
        }
    }

    private static func scheme(_ decl: SecuritySchemeDecl, label: String, _ printer: Printer) -> SchemeContext {
        SchemeContext(
            doc: DocText.lines(decl.doc, depth: printer.top.depth + 1),
            availability: printer.availability(decl.deprecation),
            name: decl.name, key: SwiftSource.literal(decl.key), label: label)
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "name", "typeName": self.name
        case "tokens": tokens
        case "passwords": passwords
        case "renewables": renewables
        case "reasons": reasons
        case "refusals": refusals
        case "endpoints": endpoints
        default: nil
        }
    }
}
