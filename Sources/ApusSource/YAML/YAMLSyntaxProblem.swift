/// The position where libyaml stopped, with its message. Offsets are bytes of the file.
struct YAMLSyntaxProblem: Error {
    let message: String
    let offset: Int
    /// The context, such as `while parsing a block mapping`, and its beginning.
    let context: String?
    let contextOffset: Int?
}
