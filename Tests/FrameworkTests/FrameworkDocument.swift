import ApusLowering
import ApusModel
import ApusSource
import ApusSpec
import Foundation
import TestSupport

/// A document of the folder `Documents`, generated.
struct FrameworkDocument {
    let model: APIModel
    let diagnostics: [Diagnostic]

    static let folder = Repository.url(of: "Tests/FrameworkTests/Documents")

    /// The file names, sorted.
    static let all: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") }.sorted()
    }()

    init(_ name: String) throws {
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
        let file = files.add(path: name, bytes: bytes)
        let root = try files.parse(file, diagnostics: &diagnostics)
        guard
            let document = DocumentReader.read(
                root: root, of: file, files: files, loader: .memory([:]), diagnostics: &diagnostics)
        else { throw Unreadable(name: name) }
        let options = LoweringOptions(module: "Acme")
        model = Lowering.lower(document, files: files, options: options, diagnostics: &diagnostics)
        self.diagnostics = diagnostics.all
    }

    struct Unreadable: Error {
        let name: String
    }
}
