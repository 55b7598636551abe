import ApusModel
import ApusSpec

/// Names of response cases (RFC 9110, section 15, and the IANA registry of status codes).
enum StatusNames {
    static func name(of status: ResponseStatus) -> String {
        switch status {
        case .code(let code): names[code] ?? "status\(code)"
        case .range(let hundred): ranges[hundred] ?? "status\(hundred)XX"
        case .otherwise: "other"
        }
    }

    /// The readable name of a component that is called by its status: `400` → `badRequest`, `4xx` → `clientError`,
    /// others unchanged.
    static func readable(_ component: String) -> String {
        if let code = Int(component), (100..<600).contains(code) { return name(of: .code(code)) }
        guard component.utf8.count == 3, component.uppercased().hasSuffix("XX"),
            let hundred = component.first?.wholeNumberValue, ranges[hundred] != nil
        else { return component }
        return name(of: .range(hundred))
    }

    /// The name of a case that nothing else names.
    static func caseName(of status: ResponseCase.Status) -> String {
        let status: ResponseStatus =
            switch status {
            case .code(let code): .code(code)
            case .range(let hundred): .range(hundred)
            case .otherwise: .otherwise
            }
        return Keywords.escape(Identifiers.member(name(of: status)))
    }

    static func text(of status: ResponseCase.Status) -> String {
        switch status {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)XX"
        case .otherwise: "default"
        }
    }

    /// The status in the document's notation.
    static func text(of status: ResponseStatus) -> String {
        switch status {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)XX"
        case .otherwise: "default"
        }
    }

    private static let ranges = [
        1: "informational", 2: "success", 3: "redirection", 4: "clientError", 5: "serverError",
    ]

    private static let names: [Int: String] = [
        100: "continue", 101: "switchingProtocols", 200: "ok", 201: "created", 202: "accepted", 203: "nonAuthoritative",
        204: "noContent", 205: "resetContent", 206: "partialContent", 207: "multiStatus", 208: "alreadyReported",
        300: "multipleChoices", 301: "movedPermanently", 302: "found", 303: "seeOther", 304: "notModified",
        307: "temporaryRedirect", 308: "permanentRedirect", 400: "badRequest", 401: "unauthorized",
        402: "paymentRequired",
        403: "forbidden", 404: "notFound", 405: "methodNotAllowed", 406: "notAcceptable",
        407: "proxyAuthenticationRequired",
        408: "requestTimeout", 409: "conflict", 410: "gone", 411: "lengthRequired", 412: "preconditionFailed",
        413: "contentTooLarge", 414: "uriTooLong", 415: "unsupportedMediaType", 416: "rangeNotSatisfiable",
        417: "expectationFailed", 421: "misdirectedRequest", 422: "unprocessableContent", 423: "locked",
        424: "failedDependency", 425: "tooEarly", 426: "upgradeRequired", 428: "preconditionRequired",
        429: "tooManyRequests",
        431: "headerFieldsTooLarge", 451: "unavailableForLegalReasons", 500: "internalServerError",
        501: "notImplemented",
        502: "badGateway", 503: "serviceUnavailable", 504: "gatewayTimeout", 505: "httpVersionNotSupported",
        507: "insufficientStorage", 508: "loopDetected", 511: "networkAuthenticationRequired",
    ]
}
