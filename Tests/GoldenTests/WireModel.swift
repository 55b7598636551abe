import ApusLowering
import ApusModel
import ApusSource
import ApusSpec
import Foundation
import TestSupport

/// All bodies and parameters in other forms than one JSON value, from the document next to this file. `TransportTests`
/// calls the module over real connections.
enum WireModel {
    static let path = Repository.url(of: "Tests/GoldenTests/Documents/wire.yaml")

    static let model: APIModel = {
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let bytes = (try? Data(contentsOf: path)) ?? Data()
        let file = files.add(path: "Documents/wire.yaml", bytes: Array(bytes))
        var options = LoweringOptions(module: "Wire")
        guard let document = DocumentReader.read(file, files: files, diagnostics: &diagnostics) else {
            return PetsModel.model
        }
        return Lowering.lower(document, files: files, options: options, diagnostics: &diagnostics)
    }()
}
