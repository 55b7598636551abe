#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The current time, and a way to wait. Tokens outlive processes, so their expiry is a date and not an instant.
public struct OAuthClock: Sendable {
    public let now: @Sendable () -> Date
    /// Throws when the task is cancelled.
    public let sleep: @Sendable (Duration) async throws -> Void

    public init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    public static let system = OAuthClock(now: { Date() }, sleep: { try await Task.sleep(for: $0) })
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
