/// Where a text stops being a JSONPath query.
struct JSONPathError: Error, Hashable {
    let message: String
    /// Unicode scalars before the place.
    let offset: Int
}
