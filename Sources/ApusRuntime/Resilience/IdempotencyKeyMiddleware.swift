internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Adds an idempotency key to calls that are not safe to repeat, by which the server recognizes a repetition, the same
/// in every attempt of a call (draft-ietf-httpapi-idempotency-key-header). A call with a key is retried like a safe
/// one, so use this only with servers that support keys.
///
/// The key is ``CallOptions/idempotencyKey``, or a generated one. This middleware may be before or after ``RetryMiddleware``. A
/// header that the operation or the call sets is not changed.
public struct IdempotencyKeyMiddleware: APIMiddleware {
    private let header: String
    private let makeKey: @Sendable () -> String

    init(header: String, makeKey: (@Sendable () -> String)?) {
        self.header = header
        self.makeKey = makeKey ?? { UUID().uuidString }
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        var call = call
        let name = try fieldName()
        if call.request.headerFields[name] == nil {
            let given = call.options.idempotencyKey
            guard given != nil || !call.operation.isIdempotent else { return try await next(call) }
            // Set before any middleware, under the usual name.
            if given != nil, let usual = Self.usualName, call.options.headers[usual] == nil {
                call.request.headerFields[usual] = nil
            }
            let key = given ?? next.record.key(orElse: makeKey)
            if let reason = HeaderRules.problem(in: key) { throw problem(reason) }
            call.request.headerFields[name] = key
        }
        next.record.noteKey()
        return try await next(call)
    }

    private static let usualName = HTTPField.Name("Idempotency-Key")

    private func fieldName() throws(CallProblem) -> HTTPField.Name {
        guard let name = HTTPField.Name(header) else { throw problem("this is no name for a header") }
        return name
    }

    private func problem(_ reason: String) -> CallProblem {
        .encoding(EncodingProblem(path: "header \(header)", reason: .unrepresentable(reason)))
    }
}

extension APIMiddleware where Self == IdempotencyKeyMiddleware {
    /// Adds a key to every call that is not safe to repeat, in `header`.
    ///
    /// - Parameters:
    ///   - header: The name of the server's header.
    ///   - makeKey: Creates a key for a call that has none; nil: a UUID.
    public static func idempotencyKeys(
        header: String = "Idempotency-Key", makeKey: (@Sendable () -> String)? = nil
    ) -> IdempotencyKeyMiddleware {
        IdempotencyKeyMiddleware(header: header, makeKey: makeKey)
    }
}
