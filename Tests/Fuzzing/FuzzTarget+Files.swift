import ApusPipeline

/// Files of a checkout other than documents.
extension FuzzTarget {
    /// A workspace file gives clients that can be generated next to each other, or the reasons against it.
    static func checkConfiguration(_ bytes: [UInt8]) throws {
        do {
            let workspace = try Workspace.read(bytes, shownAs: "apus.yaml", folder: "")
            try expect(
                workspace.clients.allSatisfy { ClientConfiguration.isModuleName($0.name) && !$0.spec.isEmpty },
                "a client cannot be generated")
            try expect(
                Set(workspace.clients.map { $0.output.lowercased() }).count == workspace.clients.count,
                "two clients are generated into one folder")
            try expect(workspace.home != nil, "outputs may lie anywhere")
        } catch let problem as WorkspaceProblem {
            try expect(!problem.text.isEmpty, "a file is refused without a reason")
        }
    }

    /// A list names files of its own folder alone, and is the same after writing and reading.
    static func checkManifest(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        _ = OutputManifest.isManifest(text)
        let manifest = OutputManifest(text: text)
        for path in manifest.files.keys {
            let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            try expect(
                parts.allSatisfy { !$0.isEmpty && $0.first != UInt8(ascii: ".") && !$0.contains(0) },
                "the list names \(path)")
        }
        let again = OutputManifest(text: manifest.text)
        try expect(
            again.files == manifest.files && again.unsafe.isEmpty, "the list is another one after writing and reading")
    }
}
