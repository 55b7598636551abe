/// The scope of a declaration: its enclosing types and its indentation.
struct Scope {
    /// The enclosing types, outermost first, without backticks.
    var path: [String]
    /// Levels of indentation.
    var depth: Int

    static let file = Scope(path: [], depth: 0)

    /// The layout for a declaration printed here.
    var layout: Layout { Layout(offset: depth) }

    func inside(_ name: String) -> Scope {
        Scope(path: path + [SwiftSource.bare(name)], depth: depth + 1)
    }
}
