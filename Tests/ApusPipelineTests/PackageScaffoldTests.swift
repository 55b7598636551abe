import ApusEmission
import Testing

@testable import ApusPipeline

struct PackageScaffoldTests {
    private let files = [
        GeneratedFile(path: "PetsClient.swift", contents: "1"), GeneratedFile(path: "README.md", contents: "2"),
    ]

    @Test func putsSourcesUnderTheModule() {
        let wrapped = PackageScaffold.dependingOn(url: "https://git.example/apus.git").wrap(
            files, module: "Pets", usesXML: false)
        #expect(wrapped.map(\.path) == ["Package.swift", "Sources/Pets/PetsClient.swift", "README.md"])
        let dependency = ".package(url: \"https://git.example/apus.git\", from: \"\(ApusVersion.current)\")"
        #expect(wrapped[0].contents.contains(dependency))
        #expect(!wrapped[0].contents.contains("ApusXML"))
    }

    @Test func dependsOnALocalCheckout() {
        let manifest = PackageScaffold.dependingOn(path: "../a\"b").wrap(
            files, module: "Pets", usesXML: true)[0].contents
        #expect(manifest.contains(".package(name: \"Apus\", path: \"../a\\\"b\", traits: [])"))
        #expect(manifest.contains(".product(name: \"ApusXML\", package: \"Apus\")"))
    }
}
