internal import HTTPTypes

extension ClientCore {
    /// The innermost part of every attempt: credentials, the request, one more when a credential could be renewed.
    func dispatch(_ call: OutgoingCall, record: CallRecord) async throws(CallProblem) -> HTTPResponseStream {
        let authorizer = Authorizer(
            core: self, operation: call.operation, choice: call.options.credentials ?? .documented)
        guard let alternative = try authorizer.choose() else {
            return try await follow(call, authorized: call, record: record)
        }
        var authorized = call
        let secrets = try await authorizer.authorize(&authorized, with: alternative)
        let response = try await follow(call, authorized: authorized, record: record)
        // Renewed also where the body cannot be sent again: the next call is better off.
        guard response.head.status.code == 401, try await authorizer.renew(secrets, response: response.head),
            call.body.isReplayable
        else { return response }
        var again = call
        _ = try await authorizer.authorize(&again, with: alternative)
        return try await follow(call, authorized: again, record: record)
    }
}
