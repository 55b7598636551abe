internal import HTTPTypes

/// The credential of a scheme in a ``CurlCommand``: an environment variable named after the scheme, `"$BEARER_AUTH"` for `bearerAuth`.
struct CurlCredential: Sendable {
    let scheme: String
    let definition: SecurityScheme

    /// The variable inside double quotes, in which the shell expands nothing else.
    var variable: String { "\"$\(name)\"" }

    /// The argument of curl; nil for credentials in the URL, in cookies, and for certificates.
    var argument: String? {
        switch definition {
        case .mutualTLS, .apiKey(.query, _), .apiKey(.cookie, _): nil
        case .http(let scheme) where scheme.lowercased() == "basic": "--user \"$\(name)_USERNAME:$\(name)_PASSWORD\""
        case .http(let scheme): authorization(scheme.lowercased() == "bearer" ? "Bearer" : scheme)
        case .oauth2, .openIDConnect, .other: authorization("Bearer")
        case .apiKey(.header, let header): "--header \("\(header): ".quoted)\(variable)"
        }
    }

    private func authorization(_ scheme: String) -> String {
        "--header \("Authorization: \(scheme) ".quoted)\(variable)"
    }

    /// Capital ASCII letters, digits and underscores, with one before each capital letter of the scheme's name that follows a small one.
    private var name: String {
        var name = ""
        var isAfterSmall = false
        for character in scheme.unicodeScalars {
            let isLetter = ("a"..."z").contains(character) || ("A"..."Z").contains(character)
            let isDigit = ("0"..."9").contains(character)
            if ("A"..."Z").contains(character), isAfterSmall { name += "_" }
            isAfterSmall = ("a"..."z").contains(character) || isDigit
            if isLetter || isDigit {
                name += String(character).uppercased()
            } else if !name.hasSuffix("_") {
                name += "_"
            }
        }
        guard let first = name.unicodeScalars.first else { return "CREDENTIAL" }
        return ("0"..."9").contains(first) ? "_" + name : name
    }
}
