/// A query inside a filter, from the filtered node or from the root.
struct JSONPathQuery: Sendable {
    let isRelative: Bool
    let segments: [JSONPathSegment]

    var isSingular: Bool {
        segments.allSatisfy(\.isSingular)
    }
}
