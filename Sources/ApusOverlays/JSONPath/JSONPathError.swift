/// The error of a text that is not a JSONPath query.
struct JSONPathError: Error, Hashable {
    let message: String
    /// The number of Unicode scalars before the error.
    let offset: Int
}
