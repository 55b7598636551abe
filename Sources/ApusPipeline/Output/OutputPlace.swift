/// Where an output folder really is, and from which folder on no link is followed on the way to it.
struct OutputPlace {
    /// Absolute and without links.
    let anchor: String
    /// From there to the output folder.
    let parts: [String]

    var real: String {
        ([anchor == "/" ? "" : anchor] + parts).joined(separator: "/")
    }

    /// A place that the user named on the command line, or a test.
    init(_ path: String) {
        let real = RealPath(path)
        (anchor, parts) = (real.known, real.rest)
    }

    /// A place that must lie in a folder, also once all links are followed: what a checkout says, and the links in it, prove nothing about
    /// files outside of it.
    ///
    /// - Throws: ``OutputProblem`` with the real place and the way out.
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
