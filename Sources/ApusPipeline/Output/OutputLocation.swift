/// The resolved location of an output folder, and the folder below which no link is followed.
struct OutputLocation {
    /// Absolute and without links.
    let anchor: String
    /// From there to the output folder.
    let parts: [String]

    var real: String {
        ([anchor == "/" ? "" : anchor] + parts).joined(separator: "/")
    }

    /// A location named on the command line, or by a test.
    init(_ path: String) {
        let real = RealPath(path)
        (anchor, parts) = (real.known, real.rest)
    }

    /// A location that must be inside a folder, also after all links are resolved: a checkout and its links prove
    /// nothing about files outside of it.
    ///
    /// - Throws: ``OutputProblem`` with the resolved location and the alternatives.
    init(_ path: String, within home: String) throws(OutputProblem) {
        let real = RealPath(path)
        let folder = RealPath(home).text
        guard let parts = real.parts(below: folder) else {
            throw OutputProblem(
                path: path, action: "generate into",
                reason:
                    "it is \(real.text), outside of \(folder); choose a folder in there, or permit it with --allow-outside"
            )
        }
        (anchor, self.parts) = (folder, parts)
    }
}
