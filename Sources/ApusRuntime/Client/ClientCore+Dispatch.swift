internal import HTTPTypes

extension ClientCore: CallSender {
    /// The innermost part of every attempt: adds credentials, sends the request, and sends it once more when a
    /// credential was renewed.
    func dispatch(_ call: OutgoingCall, record: CallRecord) async throws(CallProblem) -> HTTPResponseStream {
        let authorizer = Authorizer(
            core: self, operation: call.operation, choice: call.options.credentials ?? .documented)
        record.note(secrets: call.request.headerFields.secrets)
        let chosen = try authorizer.choose()
        record.note(
            sent: SentRequest(request: call.request, body: call.body, credentials: curlCredentials(chosen)))
        guard let alternative = chosen else { return try await exchange(call, record: record) }
        var authorized = call
        let secrets = try await authorizer.authorize(&authorized, with: alternative)
        record.note(secrets: secrets.flatMap(\.secret.texts))
        let response = try await exchange(authorized, record: record)
        // Another origin has received no credential, so its 401 says nothing about one. The credential is renewed even
        // when the body cannot be sent again, because the next call benefits.
        guard response.head.status.code == 401, !record.isAnsweredElsewhere,
            try await authorizer.renew(secrets, response: response.head), call.body.isReplayable
        else { return response }
        var again = call
        let others = try await authorizer.authorize(&again, with: alternative)
        record.note(secrets: others.flatMap(\.secret.texts))
        return try await exchange(again, record: record)
    }

    /// Removes the sent secrets from errors.
    private func exchange(
        _ authorized: OutgoingCall, record: CallRecord
    ) async throws(CallProblem) -> HTTPResponseStream {
        do throws(CallProblem) {
            return try await follow(authorized, record: record)
        } catch {
            throw record.redactor.redact(error)
        }
    }
}
