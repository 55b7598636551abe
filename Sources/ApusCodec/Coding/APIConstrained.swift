/// A model with constraints of the document beyond its types.
@_documentation(visibility: internal)
public protocol APIConstrained: APIValue {
    /// The constraints as a JSON Schema (2020-12) of the keywords that do not affect types:
    /// `{"properties":{"name":{"minLength":1}}}`. Members that are models have their own.
    static var constraints: StaticString { get }
}
