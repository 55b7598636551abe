#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// Foundation's types under names that no document can take from it: generated code uses these where a schema is itself
// called `Date` or `Data`. The module they come from differs by platform, so that they cannot be qualified by it.

/// Foundation's `Data`.
public typealias FoundationData = Data
/// Foundation's `Date`.
public typealias FoundationDate = Date
/// Foundation's `Decimal`.
public typealias FoundationDecimal = Decimal
/// Foundation's `URL`.
public typealias FoundationURL = URL
/// Foundation's `UUID`.
public typealias FoundationUUID = UUID
