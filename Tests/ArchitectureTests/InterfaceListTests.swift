import TestSupport
import Testing

/// `Documentation/Interface` has a list for each library that an adopter can import; `make check` compares them with the modules.
struct InterfaceListTests {
    @Test func everyLibraryHasAList() throws {
        let manifest = try #require(Repository.read("Package.swift"))
        let products = manifest.matches(of: /\.library\(name: "(Apus\w+)"/).map { String($0.1) }
        let script = try #require(Repository.read(".ci/interface"))
        let libraries = try #require(script.firstMatch(of: /\nlibraries="([^"]*)"/)).1.split(separator: " ").map(
            String.init)
        // No products: ApusRuntime and ApusTesting export them.
        #expect(Set(libraries) == Set(products + ["ApusCodec", "ApusRecording"]))
        for library in libraries {
            let list = try #require(Repository.read("Documentation/Interface/\(library).txt"))
            let lines = list.split(separator: "\n")
            #expect(lines.first?.contains("the public interface of \(library).") == true)
            let symbols = lines.dropFirst().map { Array($0.utf8) }
            #expect(!symbols.isEmpty)
            #expect(
                zip(symbols, symbols.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) },
                "\(library) is not sorted")
        }
    }
}
