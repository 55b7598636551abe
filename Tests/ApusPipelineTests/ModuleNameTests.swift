import Testing

@testable import ApusPipeline

struct ModuleNameTests {
    @Test(arguments: [
        ("Pet Store API (v2)", "PetStoreAPIV2"), ("2FA", "API2FA"), ("名前", "API"), ("", "API"), ("Swift", "SwiftAPI"),
        ("foundation", "FoundationAPI"), ("Apus Runtime", "ApusRuntimeAPI"), ("self", "SelfAPI"),
        ("Con", "ConAPI"), ("lpt1", "Lpt1API"), ("../../etc", "Etc"), ("\0", "API"), ("*/ evil", "Evil"),
    ])
    func isMadeFromATitle(title: String, expected: String) {
        #expect(ModuleName.make(from: title) == expected)
    }

    @Test(arguments: ["Pets", "pets_2", "_Pets", String(repeating: "a", count: 100)])
    func modulesMayHave(name: String) {
        #expect(ClientConfiguration.isModuleName(name))
    }

    @Test(arguments: [
        "", "_", "1a", "a b", "a.b", "a/b", "..", "a\0", "É", "class", "default", "Any", "Type", "Swift", "CON", "aux",
        "Com1",
        "../a", "a\n", "*/", String(repeating: "a", count: 300),
    ])
    func noModuleMayHave(name: String) {
        #expect(!ClientConfiguration.isModuleName(name))
    }
}
