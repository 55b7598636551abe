public import ApusRuntime
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes the calls of one framework over one transport, and records the intended values and the result of each.
///
/// The header `x-call` carries the name of the call, so that the server's log can be compared with this one.
public struct Caller<Client: Sendable>: Sendable {
    private let makeClient: @Sendable (CallOptions) -> Client
    private let report: Report

    public init(_ report: Report, client: @escaping @Sendable (CallOptions) -> Client) {
        makeClient = client
        self.report = report
    }

    /// - Parameters:
    ///   - name: The operation's name in the server's log; a second call of one operation appends its distinction:
    ///     `read_item missing`.
    ///   - meant: The decoded values that the server must log, as JSON; an array where the call sends several requests, nil where
    ///     the server validates the request itself.
    public func callAsFunction(
        _ name: String, meant: String? = nil, _ body: @Sendable (Client) async throws -> Void
    ) async {
        await call(name, meant, body) { _ in false }
    }

    /// Makes a call for which a documented failure is as good as a success: README examples refer to resources that do
    /// not exist.
    public func tolerantly(_ name: String, _ body: @Sendable (Client) async throws -> Void) async {
        await call(name, nil, body) { ($0 as? any Answered)?.isAnswered ?? false }
    }

    private func call(
        _ name: String, _ meant: String?, _ body: @Sendable (Client) async throws -> Void,
        unless isFine: @Sendable (any Error) -> Bool
    ) async {
        let options = CallOptions(timeout: .seconds(30), headers: [Self.header: name], retries: .never)
        do {
            try await body(makeClient(options))
            report.write(name, meant: meant, failure: nil)
        } catch {
            report.write(name, meant: meant, failure: isFine(error) ? nil : "\(error)")
        }
    }

    private static var header: HTTPField.Name { HTTPField.Name("x-call") ?? .userAgent }
}
