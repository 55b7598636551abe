internal import HTTPTypes

/// The URL that a server gives for the next page.
enum PageAddress {
    /// - Parameters:
    ///   - address: An absolute URL, or one relative to `request`.
    ///   - request: The operation's own request.
    /// - Throws: For an address that is not http, that changes from https to http, or that would send a body to another
    ///   origin.
    static func target(
        _ address: String, from request: HTTPRequest, body: APIBody
    ) throws(EncodingProblem) -> RedirectTarget {
        guard let target = RedirectTarget(address, from: request) else {
            throw problem("the server names an address that is none")
        }
        if request.scheme == "https", target.scheme != "https" { throw problem("it would leave https") }
        if !target.isSameOrigin(as: request), !body.isEmpty { throw problem("it would take a body to another host") }
        return target
    }

    private static func problem(_ reason: String) -> EncodingProblem {
        EncodingProblem(path: "next page", reason: .unrepresentable(reason))
    }
}
