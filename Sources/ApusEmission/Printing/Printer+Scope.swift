import ApusModel

extension Printer {
    /// The scope of the module's own declarations: a file, or the namespace in it.
    var top: Scope { Scope(path: [], depth: model.namespace == nil ? 0 : 1) }

    /// The layout of a declaration in ``top``.
    var layout: Layout { top.layout }

    /// The name of a declaration of ``top`` from a scope.
    func name(of declaration: String, in scope: Scope) -> String {
        scope.isInNamespace ? declaration : model.qualify(declaration)
    }
}
