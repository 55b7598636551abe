import Testing

@testable import ApusRuntime

/// The URLs of one origin: no credential is sent to another.
@Suite struct RedirectTargetTests {
    static let pairs: [(from: String, location: String, isSame: Bool)] = [
        ("https a.test", "https://a.test/x", true), ("https a.test", "https://A.TEST:443/x", true),
        ("https a.test:443", "/x", true), ("http a.test:80", "http://a.test", true),
        ("https a.test", "//a.test/x", true),
        ("https [::1]", "https://[::1]:443/", true), ("https a.test", "https://a.test:80/x", false),
        ("https a.test:8443", "https://a.test/x", false), ("https a.test", "http://a.test/x", false),
        ("https a.test", "https://b.a.test/x", false), ("https a.test", "https://a.test.evil.test/x", false),
        ("https a.test:1443", "https://a.test:1/", false),
    ]

    @Test(arguments: pairs.indices) func origins(_ index: Int) throws {
        let (from, location, isSame) = Self.pairs[index]
        let words = from.split(separator: " ").map(String.init)
        let request = HTTPRequest(
            method: .get, scheme: words[0], authority: words[1], path: "/", headerFields: [.authorization: "Bearer t"])
        let target = try #require(RedirectTarget(location, from: request))
        #expect(target.isSameOrigin(as: request) == isSame, "\(location)")
        #expect((target.request(instead: request).headerFields[.authorization] != nil) == isSame)
    }
}
