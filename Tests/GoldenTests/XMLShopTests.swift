import ApusEmission
import ApusLowering
import ApusModel
import ApusSource
import ApusSpec
import Foundation
import TestSupport
import Testing

/// A module with XML bodies, from a document: kept, compared and compiled here, and called in `LiveTests`.
@Suite("The golden module with XML bodies")
struct XMLShopTests {
    static let document = "Tests/GoldenTests/Documents/XMLShop.yaml"

    static func makeModel() throws -> (model: APIModel, diagnostics: [Diagnostic]) {
        let url = Repository.url(of: document)
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(path: document, bytes: Array(try Data(contentsOf: url)))
        let read = try #require(DocumentReader.read(file, files: files, diagnostics: &diagnostics))
        var options = LoweringOptions(module: "XMLShop")
        options.sourcePath = document
        // Its ids are optional.
        options.identity = ["*": "id", "*.*": "id"]
        let model = Lowering.lower(read, files: files, options: options, diagnostics: &diagnostics)
        return (model, diagnostics.all)
    }

    @Test("what is printed for the document is what is kept, and nothing is reported")
    func files() throws {
        let (model, diagnostics) = try Self.makeModel()
        #expect(diagnostics.map(\.id) == [])
        try GoldenTests.compareFiles(of: model, named: "XMLShop")
    }

    @Test("models that no XML body holds say nothing about XML")
    func onlyWhatXMLReaches() throws {
        let (model, _) = try Self.makeModel()
        let files = try Emission.emit(model, options: EmissionOptions())
        let moved = try #require(files.first { $0.path == "Models/Moved.swift" }).contents
        #expect(!moved.contains("ApusXML") && !moved.contains("XMLModel"))
        let pet = try #require(files.first { $0.path == "Models/Pet.swift" }).contents
        #expect(pet.contains("struct Pet: APIObject, XMLModel, Identifiable"))
    }
}
