import ApusRuntime

/// The compiled code of the book's examples. The build makes `all` and what fills it from the book, by `MappingExamplesPlugin`.
struct CompiledExamples {
    /// The types of JSON values, by example and name: `Unions1.Animal`.
    var types: [String: any APIValue.Type] = [:]
    /// The types of XML bodies, likewise.
    var xml: [String: XMLExample] = [:]
    /// By example: `Parameters2`.
    var calls: [String: CompiledCalls] = [:]
}
