/// The tokens of a JSON text, as a flat list of entries in document order.
///
/// The text is validated completely (RFC 8259, UTF-8 included) in one pass, including parts that are never read. Every
/// container has the index after its last descendant, so any value is skipped in constant time.
///
/// `{"a":[1,true]}` → `object(end 5) key(a) array(end 5) number true`
@frozen
public struct JSONTape: Sendable {
    @usableFromInline let storage: Storage
    /// The number of entries; at least one.
    public let count: Int

    /// Scans `bytes`.
    ///
    /// A leading byte order mark is skipped (RFC 8259 §8.1 allows this). Offsets still count from the first of `bytes`.
    /// - Throws: The first error, with the offset of the invalid byte.
    public init(scanning bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int = 512) throws(JSONSyntaxError) {
        var scanner = JSONScanner(bytes: bytes, maximumDepth: maximumDepth)
        try scanner.scanDocument()
        storage = scanner.finish()
        count = storage.count
    }

    /// The entries, valid during the lifetime of the tape.
    ///
    /// Reading beyond `count` is undefined, as for any unsafe pointer; `subscript` is checked.
    @inlinable @inline(__always)
    public var entries: UnsafePointer<Entry> { storage.base }

    /// The entry at `index`, which must be below ``count``.
    @inlinable
    public subscript(index: Int) -> Entry {
        precondition(index >= 0 && index < count)
        return storage.base[index]
    }

    /// Owns the memory of the entries; written only by the scanner, before the tape exists.
    @usableFromInline
    final class Storage: @unchecked Sendable {
        @usableFromInline let base: UnsafePointer<Entry>
        @usableFromInline let count: Int
        private let allocation: UnsafeMutablePointer<Entry>

        init(adopting allocation: UnsafeMutablePointer<Entry>, count: Int) {
            self.allocation = allocation
            self.base = UnsafePointer(allocation)
            self.count = count
        }

        deinit { allocation.deallocate() }
    }
}
