/// Where libyaml stopped, in its own words. Offsets are bytes of the file.
struct YAMLSyntaxProblem: Error {
    let message: String
    let offset: Int
    /// What was being read, `while parsing a block mapping`, and where that began.
    let context: String?
    let contextOffset: Int?
}
