extension JSONTape {
    /// The kind of an entry.
    @frozen
    public enum Kind: UInt8, Sendable {
        case null, `true`, `false`, number, string, key, array, object
    }

    /// One value, or one key of an object (followed by its value). 16 bytes.
    @frozen
    public struct Entry: Sendable {
        /// The byte offset of the token's first byte; for strings and keys, the opening quote.
        public let offset: UInt32
        @usableFromInline var extent: UInt32
        @usableFromInline var extra: UInt32
        /// The kind of the entry.
        public let kind: Kind
        @usableFromInline let flags: UInt8

        @inlinable
        init(kind: Kind, offset: Int, extent: Int, extra: UInt32 = 0, flags: UInt8 = 0) {
            self.kind = kind
            self.offset = UInt32(truncatingIfNeeded: offset)
            self.extent = UInt32(truncatingIfNeeded: extent)
            self.extra = extra
            self.flags = flags
        }

        @usableFromInline static var escapes: UInt8 { 1 }
        @usableFromInline static var integer: UInt8 { 2 }
        @usableFromInline static var nonASCII: UInt8 { 4 }
    }
}

extension JSONTape.Entry {
    /// The length of the token in bytes: for strings and keys the part between the quotes, with escapes. Zero for
    /// containers.
    @inlinable @inline(__always)
    public var length: Int { kind == .array || kind == .object ? 0 : Int(extent) }

    /// The offset of the token's content: after the quote for strings and keys.
    @inlinable @inline(__always)
    public var contentOffset: Int { Int(offset) + (kind == .string || kind == .key ? 1 : 0) }

    /// For a container: the index after its last descendant.
    @inlinable @inline(__always)
    public var end: Int { Int(extent) }

    /// For a container: the number of its elements or members.
    @inlinable @inline(__always)
    public var childCount: Int { Int(extra) }

    /// For a key: a hash of its raw bytes. Equal keys without escapes have equal hashes.
    @inlinable @inline(__always)
    public var keyHash: UInt32 { extra }

    /// For a string or a key: whether it contains a backslash.
    @inlinable @inline(__always)
    public var hasEscapes: Bool { flags & Self.escapes != 0 }

    /// For a string or a key: whether every byte is below 0x80.
    @inlinable @inline(__always)
    public var isASCII: Bool { flags & Self.nonASCII == 0 }

    /// For a number: whether it has neither a fraction nor an exponent.
    @inlinable @inline(__always)
    public var isInteger: Bool { flags & Self.integer != 0 }

    /// The index of the entry after the value at `index`.
    @inlinable @inline(__always)
    public func next(after index: Int) -> Int {
        kind == .array || kind == .object ? Int(extent) : index + 1
    }
}
