internal import HTTPTypes

extension ClientCore {
    /// The innermost part of every attempt: credentials, the request, one more when a credential could be renewed.
    func dispatch(_ call: OutgoingCall, record: CallRecord) async throws(CallProblem) -> HTTPResponseStream {
        let authorizer = Authorizer(core: self, operation: call.operation)
        guard let alternative = try authorizer.choose() else {
            return try await follow(call, authorized: call, record: record)
        }
        var authorized = call
        let secrets = try await authorizer.authorize(&authorized, with: alternative)
        let response = try await follow(call, authorized: authorized, record: record)
        guard response.head.status.code == 401, call.body.isReplayable,
            try await authorizer.renew(secrets, response: response.head)
        else { return response }
        var again = call
        _ = try await authorizer.authorize(&again, with: alternative)
        return try await follow(call, authorized: again, record: record)
    }
}
