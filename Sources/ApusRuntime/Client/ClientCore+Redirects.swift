internal import HTTPTypes

extension ClientCore {
    private static let redirectLimit = 5

    /// Sends, and follows redirects of GET and HEAD (301, 302, 303, 307, 308), at most five.
    ///
    /// Other methods are not repeated elsewhere: their redirect is the answer. To the same origin everything goes
    /// along; to another one only `Accept` and `User-Agent` do: no credential, no cookie and no header of the operation
    /// leaves the host it was meant for. From https to http nothing is followed, nor is a status that the document
    /// names as a success.
    func follow(
        _ plain: OutgoingCall, authorized: OutgoingCall, record: CallRecord
    ) async throws(CallProblem) -> HTTPResponseStream {
        var current = authorized
        var response = try await send(current, record: record)
        for _ in 0..<Self.redirectLimit {
            guard let next = redirected(current, by: response.head) else { return response }
            current = next
            response = try await send(current, record: record)
        }
        return response
    }

    private func redirected(_ call: OutgoingCall, by response: HTTPResponse) -> OutgoingCall? {
        let status = response.status.code
        guard [301, 302, 303, 307, 308].contains(status), !call.operation.successes.contains(status),
            call.request.method == .get || call.request.method == .head, call.body.isEmpty,
            let location = response.headerFields[.location], !location.isEmpty, !location.hasPrefix("#"),
            let target = RedirectTarget(location, from: call.request)
        else { return nil }
        if call.request.scheme == "https", target.scheme != "https" { return nil }
        var next = call
        next.request = target.request(instead: call.request)
        return next
    }
}
