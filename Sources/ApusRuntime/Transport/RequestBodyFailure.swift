/// An error of a request's own stream, while it passes through a network library.
package struct RequestBodyFailure: Error {
    package let underlying: any Error

    package init(_ underlying: any Error) {
        self.underlying = underlying
    }

    package var problem: TransportProblem {
        if underlying is CancellationError { return TransportProblem(.cancelled, "") }
        return TransportProblem(.requestBody, "the stream of the request's body failed", underlying: underlying)
    }
}
