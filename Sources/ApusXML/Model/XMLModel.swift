/// A model that stands in XML bodies, and says how.
///
/// On its own, not a kind of `APIValue`: what it would inherit would cost each model.
public protocol XMLModel: Sendable {
    /// Names the nodes of the model's members, elements or alternatives.
    static func describe(_ xml: inout XMLLayout)
}
