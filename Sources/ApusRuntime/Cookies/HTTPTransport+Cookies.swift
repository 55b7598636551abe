internal import HTTPTypes

extension HTTPTransport {
    /// The same transport with a jar for cookies: what servers set is kept, from redirects too, and goes along with what is sent to them later. A
    /// cookie that a request has already keeps its value.
    ///
    /// ```swift
    /// let client = PetsClient(transport: URLSessionTransport().keepingCookies())
    /// ```
    ///
    /// - Parameter jar: A jar of its own, which all clients with this transport share, unless another one is given.
    public func keepingCookies(in jar: CookieJar = CookieJar()) -> some HTTPTransport {
        CookieTransport(inner: self, jar: jar)
    }
}

private struct CookieTransport<Inner: HTTPTransport>: HTTPTransport {
    let inner: Inner
    let jar: CookieJar

    func send(
        _ request: HTTPRequest, body: HTTPBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        var request = request
        jar.add(to: &request)
        options.secrets.note(request.headerFields.secrets)
        let response = try await inner.send(request, body: body, options: options)
        jar.store(response.head.headerFields, from: request)
        return response
    }
}
