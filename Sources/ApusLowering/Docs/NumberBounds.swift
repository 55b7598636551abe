import ApusSource

/// The least and the greatest value of a number's Swift type, by its format. A bound of the document that is no narrower says nothing.
struct NumberBounds {
    private let least: Double
    private let greatest: Double

    /// Without a format an integer is `Int` and a number is `Double`; the bounds of `Int` are no sensible limits of a `Double` either.
    init(format: String?) {
        switch format {
        case "int8": (least, greatest) = (Double(Int8.min), Double(Int8.max))
        case "int16": (least, greatest) = (Double(Int16.min), Double(Int16.max))
        case "int32": (least, greatest) = (Double(Int32.min), Double(Int32.max))
        case "uint8": (least, greatest) = (0, Double(UInt8.max))
        case "uint16": (least, greatest) = (0, Double(UInt16.max))
        case "uint32": (least, greatest) = (0, Double(UInt32.max))
        case "uint", "uint64": (least, greatest) = (0, 0x1p64)
        case "float": (least, greatest) = (-3.402823e38, 3.402823e38)
        case "double": (least, greatest) = (-1.797693e308, 1.797693e308)
        default: (least, greatest) = (-0x1p63, 0x1p63)
        }
    }

    func repeats(minimum: SourceNumber) -> Bool { minimum.double <= least }
    func repeats(maximum: SourceNumber) -> Bool { maximum.double >= greatest }
}
