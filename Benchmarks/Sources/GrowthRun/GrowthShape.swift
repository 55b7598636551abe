/// One way in which input grows: the input of twice the size should cost twice the time.
///
/// ``Shapes`` lists all of them; another list in a separate file is one line there.
struct GrowthShape: Sendable {
    /// The unique name in the table.
    let name: String
    /// The smallest size that is measured; each following one is twice as large.
    var first = 1_250
    /// The largest one that is measured, however little it costs.
    var last = 160_000
    /// Makes the input of a size, which is not measured.
    let prepare: @Sendable (_ size: Int) throws -> Work

    /// The work to measure.
    struct Work {
        /// The bytes of the input: the exponent relates the time to them.
        let bytes: Int
        /// Runs the work once, and returns a short result: `12 files`, `invalid-yaml`.
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
