/// A model of which the document demands more than its type says.
public protocol APIConstrained: APIValue {
    /// The demands as a JSON Schema (2020-12) of the keywords that do not shape a type: `{"properties":{"name":{"minLength":1}}}`.
    /// Members that are models have their own.
    static var constraints: StaticString { get }
}
