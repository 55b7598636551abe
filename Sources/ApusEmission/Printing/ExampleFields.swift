import ApusModel

/// The arguments of a struct's initializer, found once for each struct: a large one is the argument of many operations.
struct ExampleFields {
    /// Indices of the properties that every value has, in their order.
    private(set) var demanded: [Int] = []
    /// Indices of the others, by their keys.
    private(set) var optional: [String: Int] = [:]
    /// Whether all that is demanded can be given.
    private(set) var isComplete = true

    init(_ decl: StructDecl) {
        for (index, property) in decl.properties.enumerated() where property.constant == nil {
            let isOffered = property.deprecation == nil && !property.isReadOnly && property.clientArgument == nil
            if property.isDemanded {
                demanded.append(index)
                if !isOffered { isComplete = false }
            } else if isOffered {
                optional[property.key] = index
            }
        }
    }
}
