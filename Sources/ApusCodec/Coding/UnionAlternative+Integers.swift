extension UnionAlternative {
    /// A number without fraction that `Int` holds.
    public static let integer = integer(Int.self)
    /// A number without fraction that `Int8` holds.
    public static let int8 = integer(Int8.self)
    /// A number without fraction that `Int16` holds.
    public static let int16 = integer(Int16.self)
    /// A number without fraction that `Int32` holds.
    public static let int32 = integer(Int32.self)
    /// A number without fraction that `Int64` holds.
    public static let int64 = integer(Int64.self)
    /// A number without fraction that `UInt` holds.
    public static let uint = integer(UInt.self)
    /// A number without fraction that `UInt8` holds.
    public static let uint8 = integer(UInt8.self)
    /// A number without fraction that `UInt16` holds.
    public static let uint16 = integer(UInt16.self)
    /// A number without fraction that `UInt32` holds.
    public static let uint32 = integer(UInt32.self)
    /// A number without fraction that `UInt64` holds.
    public static let uint64 = integer(UInt64.self)

    private static func integer<T: FixedWidthInteger>(_ type: T.Type) -> UnionAlternative {
        UnionAlternative(shape: .integer(least: Int64(clamping: T.min), most: UInt64(clamping: T.max)))
    }
}
