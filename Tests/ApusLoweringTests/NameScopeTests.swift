import Testing

@testable import ApusLowering

struct NameScopeTests {
    @Test func firstComeFirstServed() {
        var scope = NameScope()
        #expect(scope.claim("name") == "name")
        #expect(scope.claim("name") == "name2")
        #expect(scope.claim("name") == "name3")
        #expect(scope.claim("name2") == "name2_2")
        #expect(scope.claim("Name") == "Name")
    }

    @Test func fallbacksComeBeforeNumbers() {
        var scope = NameScope(reserved: ["self"])
        #expect(scope.claim("self", fallbacks: ["selfValue"]) == "selfValue")
        #expect(scope.claim("self", fallbacks: ["selfValue"]) == "self2")
    }

    @Test func typesDifferByMoreThanCase() {
        var scope = NameScope(ignoresCase: true)
        #expect(scope.claim("Contact") == "Contact")
        #expect(scope.claim("CONTACT") == "CONTACT2")
    }
}
