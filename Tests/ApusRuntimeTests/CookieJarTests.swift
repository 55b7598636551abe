import ApusPlatform
import Foundation
import Testing

@testable import ApusRuntime

/// The cookies that a jar keeps, and the servers that get them (RFC 6265).
@Suite struct CookieJarTests {
    /// A jar at a time that a test chooses.
    final class JarClock: Sendable {
        let time = Lock(1_700_000_000.0)

        func jar() -> CookieJar { CookieJar(now: { self.time.withLock { $0 } }) }
        func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
    }

    private static func request(_ url: String) throws -> HTTPRequest {
        let parts = try #require(URLComponents(string: url))
        let port = parts.port.map { ":\($0)" } ?? ""
        return HTTPRequest(
            method: .get, scheme: parts.scheme, authority: (parts.host ?? "") + port,
            path: parts.path + (parts.query.map { "?" + $0 } ?? ""))
    }

    private static func set(_ lines: [String], from url: String, in jar: CookieJar) throws {
        var fields = HTTPFields()
        for line in lines { fields.append(HTTPField(name: .setCookie, value: line)) }
        jar.store(fields, from: try request(url))
    }

    private static func sent(to url: String, from jar: CookieJar, with own: String? = nil) throws -> String? {
        var request = try request(url)
        request.headerFields[.cookie] = own
        jar.add(to: &request)
        #expect(request.headerFields[values: .cookie].count <= 1)
        return request.headerFields[.cookie]
    }

    /// `line` set by `from`: `to` gets it, or not.
    static let cases: [(line: String, from: String, to: String, isSent: Bool)] = [
        // Hosts.
        ("a=1", "https://api.a.test/", "https://api.a.test/", true),
        ("a=1", "https://api.a.test/", "https://API.A.TEST:8443/x", true),
        ("a=1", "https://api.a.test/", "https://a.test/", false),
        ("a=1", "https://a.test/", "https://api.a.test/", false),
        ("a=1; Domain=a.test", "https://api.a.test/", "https://a.test/", true),
        ("a=1; Domain=.A.test", "https://api.a.test/", "https://b.a.test/", true),
        ("a=1; Domain=a.test", "https://api.a.test/", "https://xa.test/", false),
        ("a=1; Domain=b.test", "https://api.a.test/", "https://b.test/", false),
        ("a=1; Domain=b.test", "https://api.a.test/", "https://api.a.test/", false),
        ("a=1; Domain=b.api.a.test", "https://api.a.test/", "https://b.api.a.test/", false),
        ("a=1; Domain=test", "https://a.test/", "https://b.test/", false),
        ("a=1; Domain=test", "https://a.test/", "https://a.test/", false),
        ("a=1; Domain=co.uk", "https://a.co.uk/", "https://b.co.uk/", false),
        ("a=1; Domain=a.co.uk", "https://x.a.co.uk/", "https://y.a.co.uk/", true),
        ("a=1; Domain=", "https://a.test/", "https://a.test/", true),
        ("a=1; Domain=a.test", "https://a.test./", "https://a.test/", true),
        ("a=1; Domain=localhost", "http://localhost/", "http://localhost/", true),
        ("a=1; Domain=0.0.1", "http://127.0.0.1/", "http://127.0.0.1/", false),
        ("a=1; Domain=127.0.0.1", "http://127.0.0.1/", "http://127.0.0.1/", true),
        ("a=1", "http://[::1]:80/", "http://[::1]/", true), ("a=1", "http://[::1]/", "http://[::2]/", false),
        // Paths.
        ("a=1", "https://a.test/x/y", "https://a.test/x/z?q", true),
        ("a=1", "https://a.test/x/y", "https://a.test/z", false),
        ("a=1", "https://a.test/x/y", "https://a.test/x", true),
        ("a=1", "https://a.test/x/y", "https://a.test/xy", false),
        ("a=1; Path=/", "https://a.test/x/y", "https://a.test/", true),
        ("a=1; Path=/x/", "https://a.test/", "https://a.test/x", false),
        ("a=1; Path=/x/", "https://a.test/", "https://a.test/x/y", true),
        ("a=1; Path=x", "https://a.test/y/z", "https://a.test/y/", true),
        // Schemes.
        ("a=1; Secure", "https://a.test/", "http://a.test/", false),
        ("a=1; secure", "https://a.test/", "https://a.test/", true),
        ("a=1; Secure", "http://a.test/", "https://a.test/", false), ("a=1", "https://a.test/", "http://a.test/", true),
        ("a=1; HttpOnly; SameSite=Strict; New=x", "https://a.test/", "https://a.test/", true),
        // Names with a prefix.
        ("__Host-a=1; Secure; Path=/", "https://a.test/", "https://a.test/", true),
        ("__Host-a=1; Secure; Path=/; Domain=a.test", "https://a.test/", "https://a.test/", false),
        ("__Host-a=1; Secure; Path=/x", "https://a.test/", "https://a.test/x", false),
        ("__Secure-a=1", "https://a.test/", "https://a.test/", false),
        // Lines that set nothing.
        ("a", "https://a.test/", "https://a.test/", false), ("=1", "https://a.test/", "https://a.test/", false),
        ("", "https://a.test/", "https://a.test/", false), (";", "https://a.test/", "https://a.test/", false),
        ("a=" + String(repeating: "x", count: 4_096), "https://a.test/", "https://a.test/", false),
        ("a=" + String(repeating: "x", count: 4_095), "https://a.test/", "https://a.test/", true),
        // Times.
        ("a=1; Max-Age=0", "https://a.test/", "https://a.test/", false),
        ("a=1; Max-Age=-5", "https://a.test/", "https://a.test/", false),
        ("a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "https://a.test/", "https://a.test/", true),
        ("a=1; Max-Age=soon", "https://a.test/", "https://a.test/", true),
        ("a=1; Max-Age=99999999999999999999999999", "https://a.test/", "https://a.test/", true),
        ("a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "https://a.test/", "https://a.test/", false),
        ("a=1; Expires=never", "https://a.test/", "https://a.test/", true),
        ("a=1; Expires=Fri, 31-Dec-9999 23:59:59 GMT", "https://a.test/", "https://a.test/", true),
    ]

    @Test(arguments: cases.indices) func deliveries(_ index: Int) throws {
        let (line, from, to, isSent) = Self.cases[index]
        let jar = JarClock().jar()
        try Self.set([line], from: from, in: jar)
        #expect((try Self.sent(to: to, from: jar) != nil) == isSent, "\(line) from \(from) to \(to)")
    }

    @Test func valuesGoBackAsTheyCame() throws {
        let jar = JarClock().jar()
        let lines = ["a = b c ", "q=\"x,y=z\"", "e=", "j={\"k\": 1}", "u=ä%20", "b==="]
        try Self.set(lines, from: "https://a.test/", in: jar)
        #expect(try Self.sent(to: "https://a.test/", from: jar) == "a=b c; q=\"x,y=z\"; e=; j={\"k\": 1}; u=ä%20; b===")
    }

    /// RFC 6265, 5.4: longer paths first, then older ones; a replaced cookie keeps its position.
    @Test func orderAndReplacement() throws {
        let jar = JarClock().jar()
        let server = "https://a.test/x/y"
        try Self.set(["a=1; Path=/", "b=2; Path=/x", "c=3; Path=/"], from: server, in: jar)
        try Self.set(["a=4; Path=/"], from: server, in: jar)
        #expect(try Self.sent(to: server, from: jar) == "b=2; a=4; c=3")
        #expect(jar.cookies.map(\.name) == ["a", "b", "c"])
        try Self.set(["b=; Path=/x; Max-Age=0"], from: server, in: jar)
        #expect(try Self.sent(to: server, from: jar) == "a=4; c=3")
        #expect(try Self.sent(to: server, from: jar, with: "c=own; d=5") == "c=own; d=5; a=4")
    }

    @Test func cookiesExpire() throws {
        let clock = JarClock()
        let jar = clock.jar()
        try Self.set(
            ["a=1; Max-Age=60", "b=2; Expires=Tue, 14 Nov 2023 22:15:00 GMT", "c=3"], from: "https://a.test/", in: jar)
        clock.advance(59)
        #expect(try Self.sent(to: "https://a.test/", from: jar) == "a=1; b=2; c=3")
        clock.advance(1)
        #expect(try Self.sent(to: "https://a.test/", from: jar) == "b=2; c=3")
        clock.advance(40)
        #expect(try Self.sent(to: "https://a.test/", from: jar) == "c=3")
        #expect(jar.cookies.map(\.name) == ["c"])
        jar.removeAll()
        #expect(try Self.sent(to: "https://a.test/", from: jar) == nil)
    }

    /// A page that an attacker on the network can write does not replace a cookie that is sent over https only.
    @Test func plainHostsLeaveSecureOnesAlone() throws {
        let jar = JarClock().jar()
        try Self.set(["sid=right; Secure; Path=/"], from: "https://a.test/", in: jar)
        try Self.set(["sid=wrong; Path=/", "other=1"], from: "http://a.test/", in: jar)
        #expect(try Self.sent(to: "https://a.test/", from: jar) == "sid=right; other=1")
    }

    /// The jar is limited, whatever servers set, and used cookies remain.
    @Test func boundsHold() throws {
        let jar = JarClock().jar()
        try Self.set(["used=1"], from: "https://a.test/", in: jar)
        for number in 0..<200 {
            try Self.set(["c\(number)=1"], from: "https://a.test/", in: jar)
            _ = try Self.sent(to: "https://a.test/", from: jar)
        }
        #expect(jar.cookies.count == CookieStore.domainLimit)
        for host in 0..<60 {
            try Self.set((0..<50).map { "c\($0)=1" }, from: "https://h\(host).test/", in: jar)
        }
        #expect(jar.cookies.count == CookieStore.limit)
        #expect(try Self.sent(to: "https://h59.test/", from: jar)?.split(separator: ";").count == 50)
    }

    @Test func aListOfSuffixesMayBeGiven() throws {
        let jar = CookieJar { $0 == "pages.test" || !$0.contains(".") }
        try Self.set(["a=1; Domain=pages.test"], from: "https://mine.pages.test/", in: jar)
        #expect(jar.cookies.isEmpty)
    }

    @Test func cookiesAreKeptElsewhere() throws {
        let first = JarClock().jar()
        try Self.set(["a=1; Path=/x; Max-Age=60", "b=2"], from: "http://a.test/", in: first)
        let second = JarClock().jar()
        for cookie in first.cookies { #expect(second.insert(cookie)) }
        #expect(second.cookies == first.cookies)
        for text in ["x\r\nX-Evil: 1", "x; y=2", "x\0"] {
            #expect(!second.insert(CookieJar.Cookie(name: "e", value: text, domain: "a.test")))
            #expect(!second.insert(CookieJar.Cookie(name: text, value: "1", domain: "a.test")))
        }
        #expect(!second.insert(CookieJar.Cookie(name: "", value: "1", domain: "a.test")))
        #expect(second.cookies.count == 2)
    }

    @Test func valuesAreNotShown() throws {
        let jar = JarClock().jar()
        try Self.set(["sid=s3cret"], from: "https://a.test/", in: jar)
        var text = "\(jar) \(jar.cookies)" + String(reflecting: jar.cookies)
        dump(jar, to: &text)
        dump(jar.cookies, to: &text)
        #expect(!text.contains("s3cret"))
        #expect("\(jar)" == "1 cookie")
    }

    @Test(
        arguments: [
            ("Wed, 21 Oct 2015 07:28:00 GMT", 1_445_412_480), ("Wednesday, 21-Oct-15 07:28:00 GMT", 1_445_412_480),
            ("Wed Oct 21 07:28:00 2015", 1_445_412_480), ("21 october 2015 7:28:0", 1_445_412_480),
            ("7:28:0 15 21 oct", 1_634_282_880), ("21 Oct 69 00:00:00", 3_149_539_200),
            ("Wed, 31 Feb 2015 00:00:00 GMT", nil),
            ("Wed, 21 Oct 2015 24:00:00 GMT", nil), ("soon", nil), ("", nil), ("1 1 1 1", nil),
            ("99999 Oct 5 1:1:1", nil),
        ] as [(String, Int?)])
    func dates(_ text: String, _ seconds: Int?) {
        #expect(CookieDate.seconds(text).map(Int.init) == seconds, "\(text)")
    }

    @Test func aHundredTasksShareAJar() async throws {
        let jar = CookieJar()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask {
                    try? Self.set(["c\(number % 10)=\(number)"], from: "https://h\(number % 7).test/", in: jar)
                    _ = try? Self.sent(to: "https://h\(number % 7).test/", from: jar)
                }
            }
        }
        #expect(jar.cookies.count == 70)
    }
}
