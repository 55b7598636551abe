#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A value that JSON writes without quotes, and that ``Quoted`` writes with them: numbers and booleans.
public protocol QuotableValue: APIValue {}

extension Bool: QuotableValue {}
extension Int: QuotableValue {}
extension Int8: QuotableValue {}
extension Int16: QuotableValue {}
extension Int32: QuotableValue {}
extension Int64: QuotableValue {}
extension UInt: QuotableValue {}
extension UInt8: QuotableValue {}
extension UInt16: QuotableValue {}
extension UInt32: QuotableValue {}
extension UInt64: QuotableValue {}
extension Double: QuotableValue {}
extension Float: QuotableValue {}
extension Decimal: QuotableValue {}
