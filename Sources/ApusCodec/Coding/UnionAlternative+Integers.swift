extension UnionAlternative {
    /// A number without a fraction in the range of `Int`.
    public static let integer = integer(Int.self)
    /// A number without a fraction in the range of `Int8`.
    public static let int8 = integer(Int8.self)
    /// A number without a fraction in the range of `Int16`.
    public static let int16 = integer(Int16.self)
    /// A number without a fraction in the range of `Int32`.
    public static let int32 = integer(Int32.self)
    /// A number without a fraction in the range of `Int64`.
    public static let int64 = integer(Int64.self)
    /// A number without a fraction in the range of `UInt`.
    public static let uint = integer(UInt.self)
    /// A number without a fraction in the range of `UInt8`.
    public static let uint8 = integer(UInt8.self)
    /// A number without a fraction in the range of `UInt16`.
    public static let uint16 = integer(UInt16.self)
    /// A number without a fraction in the range of `UInt32`.
    public static let uint32 = integer(UInt32.self)
    /// A number without a fraction in the range of `UInt64`.
    public static let uint64 = integer(UInt64.self)

    private static func integer<T: FixedWidthInteger>(_ type: T.Type) -> UnionAlternative {
        UnionAlternative(shape: .integer(least: Int64(clamping: T.min), most: UInt64(clamping: T.max)))
    }
}
