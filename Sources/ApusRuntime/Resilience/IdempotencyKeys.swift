internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Gives calls that are not safe to repeat a key by which the server recognises a repetition, the same in every
/// attempt of a call (draft-ietf-httpapi-idempotency-key-header). A call with a key is retried like a safe one, so name
/// this only for servers that honour keys.
///
/// The key is ``CallOptions/idempotencyKey``, or else a new one. It may stand before or after ``Retries``. A header that
/// the operation or the call sets itself stays as it is.
public struct IdempotencyKeys: Middleware {
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
            // Written before any middleware, under the usual name.
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

extension Middleware where Self == IdempotencyKeys {
    /// A key for every call that is not safe to repeat, in `header`.
    ///
    /// - Parameters:
    ///   - header: The name of the header that the server reads.
    ///   - makeKey: Gives a new key for a call that has none of its own; nil: a UUID.
    public static func idempotencyKeys(
        header: String = "Idempotency-Key", makeKey: (@Sendable () -> String)? = nil
    ) -> IdempotencyKeys {
        IdempotencyKeys(header: header, makeKey: makeKey)
    }
}
