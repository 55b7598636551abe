public import ApusRuntime

/// A model that stands in XML bodies, and says how.
public protocol XMLModel: APIValue {
    /// Names the nodes of the model's members, elements or alternatives.
    static func describe(_ xml: inout XMLLayout)
}
