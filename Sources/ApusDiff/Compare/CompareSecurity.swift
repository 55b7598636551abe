import ApusModel
import ApusSource
import ApusSpec

/// The credentials that an operation sends.
extension Comparison {
    func compareSecurity(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String, at spot: Spot) {
        let (left, right) = (before.security, after.security)
        guard left != right else { return }
        let needed = Self.isNeeded(left)
        if needed != Self.isNeeded(right) {
            report(
                needed ? "security-no-longer-required" : "security-now-required", symbol, old: Self.describe(left),
                new: Self.describe(right), at: spot)
            if left.isEmpty || right.isEmpty { return }
        }
        let (names, others) = (left.map(Self.names), right.map(Self.names))
        for one in left where !one.schemes.isEmpty && !others.contains(Self.names(one)) {
            report("security-alternative-removed", symbol, old: Self.describe(one), at: spot)
        }
        for one in right where !one.schemes.isEmpty {
            guard let index = names.firstIndex(of: Self.names(one)) else {
                report("security-alternative-added", symbol, new: Self.describe(one), at: spot)
                continue
            }
            for (first, second) in zip(Self.ordered(left[index]), Self.ordered(one)) {
                for scope in second.scopes where !first.scopes.contains(scope) {
                    report("security-scope-added", symbol, new: scope, at: spot)
                }
                for scope in first.scopes where !second.scopes.contains(scope) {
                    report("security-scope-removed", symbol, old: scope, at: spot)
                }
            }
        }
    }

    /// Whether every alternative has a scheme.
    private static func isNeeded(_ alternatives: [SecurityAlternative]) -> Bool {
        !alternatives.isEmpty && !alternatives.contains { $0.schemes.isEmpty }
    }

    private static func ordered(_ alternative: SecurityAlternative) -> [SecurityAlternative.Scheme] {
        alternative.schemes.sorted { $0.name < $1.name }
    }

    private static func names(_ alternative: SecurityAlternative) -> [String] {
        ordered(alternative).map(\.name)
    }

    private static func describe(_ alternative: SecurityAlternative) -> String {
        alternative.schemes.isEmpty ? "no credential" : alternative.schemes.map(\.name).joined(separator: " and ")
    }

    private static func describe(_ alternatives: [SecurityAlternative]) -> String {
        alternatives.isEmpty ? "no credential" : alternatives.map(describe).joined(separator: " or ")
    }
}

/// The security schemes of a document, each a factory of the credentials.
extension Comparison {
    func compareSchemes() {
        let (before, after) = (old.model.credentials, new.model.credentials)
        let pairs = MemberPairs(
            before.schemes, after.schemes, key: \.key, name: \.key, isAlike: { $0.kind == $1.kind })
        for scheme in pairs.removed {
            report("security-scheme-removed", "\(before.typeName).\(scheme.name)", at: .old(mark(of: scheme, old)))
        }
        for scheme in pairs.added {
            report("security-scheme-added", "\(after.typeName).\(scheme.name)", at: .new(mark(of: scheme, new)))
        }
        for (left, right) in pairs.renamed + pairs.same {
            compare(left, right, "\(before.typeName).\(left.name)", at: .new(mark(of: right, new)))
        }
    }

    private func mark(of scheme: SecuritySchemeDecl, _ side: Side) -> SourceMark? {
        side.document.securitySchemes.first { $0.name == scheme.key }?.mark
    }

    private func compare(_ left: SecuritySchemeDecl, _ right: SecuritySchemeDecl, _ symbol: String, at spot: Spot) {
        if left.name != right.name {
            report(
                "security-scheme-renamed", symbol, to: "\(new.model.credentials.typeName).\(right.name)", at: spot,
                keeping: ChangeText.rename(right.key, to: left.name))
        }
        if left.deprecation == nil, right.deprecation != nil { report("security-scheme-deprecated", symbol, at: spot) }
        if left.deprecation != nil, right.deprecation == nil {
            report("security-scheme-no-longer-deprecated", symbol, at: spot)
        }
        if !Self.isSaidAlike(left.doc, right.doc) { report("security-scheme-description-changed", symbol, at: spot) }
        guard left.kind != right.kind else { return }
        switch (left.kind, right.kind) {
        case (.apiKey(let name, let location), .apiKey(let newName, let newLocation)):
            if name != newName {
                report(
                    "security-key-name-changed", symbol, old: name, new: newName, at: spot)
            }
            if location != newLocation {
                report(
                    "security-key-location-changed", symbol, old: Self.describe(location),
                    new: Self.describe(newLocation), at: spot)
            }
        case (.oauth2(let flows), .oauth2(let newFlows)): compare(flows, newFlows, symbol, at: spot)
        case (.openIDConnect(let url), .openIDConnect(let newURL)):
            report("security-discovery-url-changed", symbol, old: url, new: newURL, at: spot)
        case (.http(let scheme), .http(let newScheme)) where ![scheme, newScheme].contains("basic"):
            report("security-http-scheme-changed", symbol, old: scheme, new: newScheme, at: spot)
        default:
            report(
                "security-scheme-type-changed", symbol, old: Self.describe(left.kind), new: Self.describe(right.kind),
                at: spot)
        }
    }

    private func compare(_ before: [OAuthFlowDecl], _ after: [OAuthFlowDecl], _ symbol: String, at spot: Spot) {
        for flow in before where !after.contains(where: { $0.kind == flow.kind }) {
            // Flows with different addresses have a constant each.
            let isShared = before.allSatisfy {
                $0.tokenURL == before.first?.tokenURL && $0.refreshURL == before.first?.refreshURL
            }
            report(
                isShared ? "security-flow-removed" : "security-endpoints-removed", symbol, old: flow.kind, at: spot)
        }
        for flow in after {
            guard let other = before.first(where: { $0.kind == flow.kind }) else {
                report("security-flow-added", symbol, new: flow.kind, at: spot)
                continue
            }
            let addresses = [
                ("security-authorization-url-changed", "authorization", other.authorizationURL, flow.authorizationURL),
                ("security-device-url-changed", "devices", other.deviceAuthorizationURL, flow.deviceAuthorizationURL),
                ("security-token-url-changed", "tokens", other.tokenURL, flow.tokenURL),
                ("security-refresh-url-changed", "renewal", other.refreshURL, flow.refreshURL),
            ]
            for (id, word, left, right) in addresses where left != right {
                report(
                    id, symbol, old: left ?? ChangeText.none,
                    new: "\(word) of \(flow.kind) at \(right ?? ChangeText.none)",
                    at: spot)
            }
            for scope in flow.scopes where !other.scopes.contains(scope) {
                report("security-flow-scope-added", symbol, new: scope, at: spot)
            }
            for scope in other.scopes where !flow.scopes.contains(scope) {
                report("security-flow-scope-removed", symbol, old: scope, at: spot)
            }
        }
    }

    private static func describe(_ kind: SecuritySchemeDecl.Kind) -> String {
        switch kind {
        case .http(let scheme): "HTTP " + scheme
        case .apiKey: "an API key"
        case .oauth2: "OAuth 2.0"
        case .openIDConnect: "OpenID Connect"
        case .mutualTLS: "a TLS certificate"
        case .other(let name): name
        }
    }
}
