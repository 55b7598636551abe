/// One way in which input grows: the input of twice the size should cost twice the time.
///
/// ``Shapes`` lists all of them; a further list in a file of its own is one line there.
struct GrowthShape: Sendable {
    /// What the table calls it; no two have one name.
    let name: String
    /// The smallest size that is measured; each following one is twice as large.
    var first = 1_250
    /// The largest one that is measured, however little it costs.
    var last = 160_000
    /// Makes the input of a size, which is not measured.
    let prepare: @Sendable (_ size: Int) throws -> Work

    /// What is measured.
    struct Work {
        /// Of the input: the exponent is that of the time over the bytes.
        let bytes: Int
        /// Does it once, and says in a word or two what came of it: `12 files`, `invalid-yaml`.
        let run: () async throws -> String
    }
}

/// Every shape, in the order of the table.
enum Shapes {
    static let all =
        DocumentShapes.paths + DocumentShapes.operations + DocumentShapes.schemas + DocumentShapes.unions
        + DocumentShapes.shared + DocumentShapes.demands
        + DocumentShapes.texts + DocumentShapes.names + DocumentShapes.marks + DocumentShapes.sources
        + ConfigurationShapes.all + RuntimeShapes.all
}
