/// What the document says for every operation.
struct InheritedParts {
    var security: [SecurityRequirement]?
    /// Swagger 2.0: content types of bodies and of answers.
    var consumes: [String] = []
    var produces: [String] = []
}
