internal import HTTPTypes

extension HTTPTransport {
    /// Returns the same transport with a cookie jar: cookies that servers set are kept, also from redirects, and sent
    /// with later requests to these servers. A cookie that a request already has keeps its value.
    ///
    /// ```swift
    /// let client = PetsClient(transport: URLSessionTransport().keepingCookies())
    /// ```
    ///
    /// - Parameter jar: The jar, which all clients with this transport share; by default a new one.
    public func keepingCookies(in jar: CookieJar = CookieJar()) -> some HTTPTransport {
        CookieTransport(inner: self, jar: jar)
    }
}

private struct CookieTransport<Inner: HTTPTransport>: HTTPTransport {
    let inner: Inner
    let jar: CookieJar

    func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        var request = request
        jar.add(to: &request)
        options.secrets.note(request.headerFields.secrets)
        let response = try await inner.send(request, body: body, options: options)
        jar.store(response.head.headerFields, from: request)
        return response
    }
}
