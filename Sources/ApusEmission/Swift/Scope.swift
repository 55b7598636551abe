/// The scope of a declaration: its enclosing types and its indentation.
struct Scope {
    /// The enclosing types, outermost first, without backticks and without the module's namespace.
    var path: [String]
    /// Levels of indentation.
    var depth: Int
    /// Whether the module's namespace encloses the declaration. Extensions of its types and the callers' code are outside.
    var isInNamespace = true

    /// Code at the top level of a file, such as an extension of a type, or a caller's.
    static let outside = Scope(path: [], depth: 0, isInNamespace: false)

    /// The layout for a declaration printed here.
    var layout: Layout { Layout(offset: depth) }

    func inside(_ name: String) -> Scope {
        Scope(path: path + [SwiftSource.bare(name)], depth: depth + 1, isInNamespace: isInNamespace)
    }
}
