internal import HTTPTypes

/// Where a server says that the next page is.
enum PageAddress {
    /// - Parameters:
    ///   - address: Absolute, or relative to `request`.
    ///   - request: What the operation would send by itself.
    /// - Throws: For what is no http address, leads from https to http, or would take a body to another origin.
    static func target(
        _ address: String, from request: HTTPRequest, body: HTTPBody
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
