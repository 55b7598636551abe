/// A model in XML bodies, which describes its XML form.
///
/// Separate from `APIValue`, because inheritance would add a cost to each model.
@_documentation(visibility: internal)
public protocol XMLModel: Sendable {
    /// Describes the nodes of the model's members, elements or alternatives.
    static func describe(_ xml: inout XMLLayout)
}
