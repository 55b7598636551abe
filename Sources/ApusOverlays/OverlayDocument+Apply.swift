public import ApusSource

extension OverlayDocument {
    /// Applies the actions one after the other, each to the result of the one before.
    ///
    /// New values keep the places they have in the overlay; what is merged keeps the place of the target. An action that
    /// cannot be applied is reported and changes nothing at that place.
    /// - Parameter limits: Bound what the actions can make of a document, as they bound a file.
    public func apply(
        to root: SourceNode, limits: SourceLimits = .standard, diagnostics: inout Diagnostics
    ) -> SourceNode {
        var applier = OverlayApplier(root: root, limits: limits, diagnostics: diagnostics)
        for action in actions { applier.apply(action) }
        applier.flush()
        diagnostics = applier.diagnostics
        return applier.root
    }
}
