import ApusPlatform

/// Which files a workspace file may name. It comes with a checkout, and so do links beside it: neither chooses that a file of the user's
/// gets into generated code, or into the excerpt of an error.
extension Workspace {
    /// The nearest folder around a workspace file's that is a git work tree; else the nearest with a package's manifest; else its own.
    static func findCheckout(around folder: String) -> String {
        let own = RealPath(folder).text
        var parts = own.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        var package: String?
        while !parts.isEmpty {
            let outer = "/" + parts.joined(separator: "/")
            if isThere(outer + "/.git") { return outer }
            if package == nil, isThere(outer + "/Package.swift") { package = outer }
            parts.removeLast()
        }
        return package ?? own
    }

    /// - Throws: ``OutputProblem`` for the first file or folder that a client names and that lies, once links are followed, outside of the
    ///   checkout.
    func checkInputs(of client: ClientConfiguration) throws(OutputProblem) {
        for text in [client.spec] + client.overlays {
            if case .file(let path) = DocumentLocation(text) { try checkInput(locate(path), "read") }
        }
        for root in client.roots { try checkInput(locate(root), "allow references to") }
        if let templates = client.templates { try checkInput(locate(templates), "read the templates in") }
    }

    /// - Parameters:
    ///   - path: As this process can open it.
    ///   - action: The action that the problem prevents.
    /// - Throws: ``OutputProblem`` with the real path and the remedy.
    func checkInput(_ path: String, _ action: String) throws(OutputProblem) {
        guard let checkout else { return }
        let real = RealPath(path)
        let home = RealPath(checkout).text
        guard real.parts(below: home) == nil else { return }
        throw OutputProblem(
            path: path, action: action,
            reason: "it is \(real.text), outside of \(home); move it in there, or permit it with --allow-outside")
    }

    /// Links count as what they are.
    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
