import ApusXML
import Testing

@Suite struct XMLReadingTests {
    static func read(_ text: String) throws(XMLProblem) -> XMLTree {
        try XMLReading.read(Array(text.utf8))
    }

    static func problem(_ text: String) -> XMLProblem? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func elementsAttributesAndText() throws {
        let tree = try Self.read(
            """
            <?xml version="1.0"?>
            <!-- shop -->
            <pet id="7" status='a&amp;b &#x20AC;'>
              <name>Rex &lt;3<![CDATA[ & <b>]]></name>
              <tag/>text<tag>x</tag>
            </pet>
            """)
        #expect(tree.name == "pet")
        #expect(tree.line == 3)
        #expect(tree.attributes == [XMLAttribute("id", "7"), XMLAttribute("status", "a&b €")])
        #expect(tree.children("name").first?.text == "Rex <3 & <b>")
        #expect(tree.children.map(\.name) == ["name", "tag", "tag"])
        #expect(tree.children("tag").map(\.line) == [5, 5])
        guard tree.content.count == 7, case .text("text") = tree.content[4] else {
            Issue.record("order is lost: \(tree.content)")
            return
        }
    }

    @Test func namespaces() throws {
        let tree = try Self.read(#"<a xmlns="u:a" xmlns:b="u:b" b:x="1" x="2"><b:c/><c xmlns=""/></a>"#)
        #expect(tree.namespace == "u:a")
        #expect(tree.attribute("x", namespace: "u:b") == "1")
        #expect(tree.attributes.map(\.prefix) == ["b", nil])
        #expect(tree.children.map(\.namespace) == ["u:b", nil])
        #expect(tree.children("c", namespace: "u:b").count == 1)
    }

    @Test(arguments: [
        "", " ", "text", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a>&unknown;</a>",
        "<a>\u{1}</a>", "<p:a/>", "<a", "<?xml version='1.0' encoding='nonsense'?><a/>", "<a>&#0;</a>", "{}",
    ])
    func malformed(_ text: String) {
        let problem = Self.problem(text)
        #expect(problem != nil)
        #expect((problem?.line ?? 0) > 0, "\(String(describing: problem))")
    }

    @Test func malformedNamesItsLocation() {
        let problem = Self.problem("<a>\n  <b></c>\n</a>")
        #expect(problem?.kind == .malformed)
        #expect(problem?.line == 2)
        #expect(problem?.reason.contains("mismatch") == true)
    }

    @Test func invalidEncodings() {
        #expect(throws: XMLProblem.self) { try XMLReading.read(Array("<a>".utf8) + [0xFF, 0xFE] + Array("</a>".utf8)) }
        #expect(throws: XMLProblem.self) { try XMLReading.read([0xFF, 0xFE, 0x3C]) }
        #expect(throws: XMLProblem.self) { try XMLReading.read([0, 0, 0, 0]) }
    }

    @Test func otherEncodings() throws {
        let latin = Array(#"<?xml version="1.0" encoding="ISO-8859-1"?><a>"#.utf8) + [0xFC] + Array("</a>".utf8)
        #expect(try XMLReading.read(latin).text == "ü")
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in "<a>ü</a>".utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try XMLReading.read(wide).text == "ü")
    }

    static let bombs = [
        // Billion laughs, in text and in an attribute.
        #"<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>"#,
        bomb(in: "<a>&e9;</a>"), bomb(in: #"<a b="&e9;"/>"#),
        // Quadratic blow-up.
        "<!DOCTYPE a [<!ENTITY x \"\(String(repeating: "x", count: 50_000))\">]><a>"
            + String(repeating: "&x;", count: 5_000) + "</a>",
        // External entities and document types.
        #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#,
        #"<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>"#,
        #"<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]><a/>"#,
        #"<!DOCTYPE a PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1:1/x.dtd"><a>&nbsp;</a>"#,
    ]

    static func bomb(in element: String) -> String {
        let entities = (1...9).map { number in
            "<!ENTITY e\(number) \"\(String(repeating: "&e\(number - 1);", count: 10))\">"
        }
        return "<!DOCTYPE a [<!ENTITY e0 \"haha\">\(entities.joined())]>\(element)"
    }

    @Test(.timeLimit(.minutes(10)), arguments: bombs.indices)
    func documentTypesAreRefused(_ index: Int) {
        let problem = Self.problem(Self.bombs[index])
        #expect(problem?.kind == .documentType || problem?.kind == .malformed, "\(String(describing: problem))")
        #expect((problem?.line ?? 0) > 0)
        #expect(problem?.reason.contains("root:") != true)
    }

    @Test func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(try Self.read(nested(200)).name == "a")
        #expect(Self.problem(nested(201))?.kind == .tooDeep)
        #expect(Self.problem(nested(10_000))?.kind == .tooDeep)
        #expect(Self.problem(String(repeating: "<a>", count: 10_000))?.kind == .tooDeep)
        let generous = XMLLimits(depth: 100_000)
        #expect(throws: XMLProblem.self) { try XMLReading.read(Array(nested(10_000).utf8), limits: generous) }
    }

    @Test func size() {
        let text = Array("<a>xxxxxxxxxx</a>".utf8)
        #expect(throws: XMLProblem.self) { try XMLReading.read(text, limits: XMLLimits(bytes: 10)) }
    }

    /// Text in many chunks is joined in linear time.
    @Test(.timeLimit(.minutes(10))) func manyPiecesOfText() throws {
        let count = 400_000
        let text = try Self.read("<a>\(String(repeating: "xy<!---->", count: count))</a>")
        #expect(text.text.utf8.count == 2 * count)
        #expect(text.content.count == 1)
        let sections = try Self.read("<a>\(String(repeating: "<![CDATA[xy]]>", count: count))</a>")
        #expect(sections.text.utf8.count == 2 * count)
        let attributes = (0..<20_000).map { "a\($0)='1'" }.joined(separator: " ")
        let many = try XMLReading.read(Array("<a \(attributes)/>".utf8), limits: XMLLimits(attributes: 20_000))
        #expect(many.attributes.count == 20_000)
    }

    /// Every prefix and many flipped bits of a text: a tree or a problem, never a crash.
    @Test func damagedTexts() {
        let text = Array(
            #"<?xml version="1.0"?><a xmlns:p="u:p" p:b="1">t&amp;<c><![CDATA[x]]></c><!-- d --></a>"#.utf8)
        var refused = 0
        for length in 0..<text.count {
            if (try? XMLReading.read(Array(text[..<length]))) == nil { refused += 1 }
        }
        #expect(refused == text.count)
        for index in text.indices {
            for bit in 0..<8 {
                var damaged = text
                damaged[index] ^= 1 << UInt8(bit)
                _ = try? XMLReading.read(damaged)
            }
        }
    }
}
