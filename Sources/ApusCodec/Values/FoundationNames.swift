#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// Foundation's types under names that no schema can shadow: generated code uses these where a schema is called `Date`
// or `Data`. Foundation's module differs by platform, so it cannot be used as a qualifier.

/// Foundation's `Data`.
@_documentation(visibility: internal)
public typealias FoundationData = Data
/// Foundation's `Date`.
@_documentation(visibility: internal)
public typealias FoundationDate = Date
/// Foundation's `Decimal`.
@_documentation(visibility: internal)
public typealias FoundationDecimal = Decimal
/// Foundation's `URL`.
@_documentation(visibility: internal)
public typealias FoundationURL = URL
/// Foundation's `UUID`.
@_documentation(visibility: internal)
public typealias FoundationUUID = UUID
