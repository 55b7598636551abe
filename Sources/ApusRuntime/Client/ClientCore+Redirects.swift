internal import HTTPTypes

extension ClientCore {
    /// Sends the request, and follows redirects by the call's ``RedirectPolicy``; a redirect that is not followed is
    /// the response.
    ///
    /// A documented redirect is a response that the caller needs, often the address of a download or of a login page,
    /// and its target is not part of the operation. A redirect to the same origin keeps all headers; one to another
    /// origin carries no credential, no cookie and no header of the operation.
    func follow(_ authorized: OutgoingCall, record: CallRecord) async throws(CallProblem) -> HTTPResponseStream {
        var current = authorized
        record.noteAnswer(fromElsewhere: false)
        var response = try await send(current, record: record)
        let policy = authorized.options.redirects ?? .follow
        for _ in 0..<max(0, policy.limit) {
            guard let next = redirected(current, by: response.head, policy) else { return response }
            // A dropped credential is not restored, even if a redirect returns to the first origin.
            if !Self.isSameOrigin(next, current) { record.noteAnswer(fromElsewhere: true) }
            current = next
            response = try await send(current, record: record)
        }
        return response
    }

    private static func isSameOrigin(_ one: OutgoingCall, _ other: OutgoingCall) -> Bool {
        RedirectTarget(one.request.path ?? "/", from: one.request)?.isSameOrigin(as: other.request) ?? false
    }

    private func redirected(
        _ call: OutgoingCall, by response: HTTPResponse, _ policy: RedirectPolicy
    ) -> OutgoingCall? {
        guard Self.isFollowed(response.status.code, of: call.operation, policy),
            call.request.method == .get || call.request.method == .head, call.body.isEmpty,
            let location = response.headerFields[.location], !location.isEmpty, !location.begins(with: "#"),
            let target = RedirectTarget(location, from: call.request)
        else { return nil }
        if policy.reach == .sameOrigin, !target.isSameOrigin(as: call.request) { return nil }
        if call.request.scheme == "https", target.scheme != "https" { return nil }
        var next = call
        next.request = target.request(instead: call.request)
        return next
    }

    private static func isFollowed(_ status: Int, of operation: OperationDescriptor, _ policy: RedirectPolicy) -> Bool {
        guard policy.reach != .nowhere, [301, 302, 303, 307, 308].contains(status) else { return false }
        if operation.successes.contains(status) { return false }
        return policy.includesDocumented || !operation.redirects.contains(status)
    }
}
