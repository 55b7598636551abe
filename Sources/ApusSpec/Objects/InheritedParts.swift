/// The document's defaults for every operation.
struct InheritedParts {
    var security: [SecurityRequirement]?
    /// Swagger 2.0: content types of requests and of responses.
    var consumes: [String] = []
    var produces: [String] = []
}
