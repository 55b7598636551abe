public import ApusSource

extension OverlayDocument {
    /// Applies the actions in sequence, each to the result of the previous one.
    ///
    /// New values keep their locations in the overlay; merged values keep the location of the target. An action that
    /// cannot be applied is reported and changes nothing at that location.
    /// - Parameter limits: The limits of the result, like those of a file.
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
