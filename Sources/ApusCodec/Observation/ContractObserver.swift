internal import ApusPlatform

/// Passes each difference on once.
package final class ContractObserver: Sendable {
    private let handler: @Sendable (ContractDifference) -> Void
    private let told = Lock(Told())

    /// The differences that are remembered; later ones are not passed on.
    static let limit = 1_000
    /// The differences of one type in one operation: a map that the document takes for an object has a new member for each key.
    static let limitOfType = 20

    /// A difference without its location.
    struct Key: Hashable {
        let group: Group
        /// Hashes kind, type and name.
        let identity: UInt64
    }

    /// A type in an operation.
    struct Group: Hashable {
        let operation: ByteText
        let type: UInt64
    }

    private struct Told {
        var keys: Set<Key> = []
        var counts: [Group: Int] = [:]
    }

    init(_ handler: @escaping @Sendable (ContractDifference) -> Void) { self.handler = handler }

    /// Whether nothing more is passed on.
    var isFull: Bool { told.withLock { $0.keys.count >= Self.limit } }

    func tell(_ key: Key, _ difference: () -> ContractDifference) {
        let isNew = told.withLock { told in
            guard told.keys.count < Self.limit, told.counts[key.group, default: 0] < Self.limitOfType,
                told.keys.insert(key).inserted
            else { return false }
            told.counts[key.group, default: 0] += 1
            return true
        }
        if isNew { handler(difference()) }
    }
}
