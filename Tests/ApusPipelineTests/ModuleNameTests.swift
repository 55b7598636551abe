import Testing

@testable import ApusPipeline

struct ModuleNameTests {
    @Test(arguments: [
        ("Pet Store API (v2)", "PetStoreAPIV2"), ("2FA", "API2FA"), ("名前", "API"), ("", "API"), ("Swift", "SwiftAPI"),
        ("foundation", "FoundationAPI"), ("Apus Runtime", "ApusRuntimeAPI"), ("self", "SelfAPI"),
    ])
    func isMadeFromATitle(title: String, expected: String) {
        #expect(ModuleName.make(from: title) == expected)
    }
}
