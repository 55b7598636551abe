import ApusXML
import Testing

@Suite struct XMLWritingTests {
    static func write(_ tree: XMLTree) throws(XMLProblem) -> String {
        String(decoding: try XMLWriting.write(tree, declaration: false), as: UTF8.self)
    }

    @Test func textAndAttributesAreEscaped() throws {
        let tree = XMLTree(
            "a", attributes: [XMLAttribute("b", "<\"'&>\n")], content: [.text("<&>]]> ü"), .element(XMLTree("c"))])
        let text = try Self.write(tree)
        #expect(text == "<a b=\"&lt;&quot;'&amp;&gt;&#10;\">&lt;&amp;&gt;]]&gt; ü<c/></a>")
        #expect(try XMLReading.read(Array(text.utf8)) == tree)
    }

    @Test func declaration() throws {
        let text = String(decoding: try XMLWriting.write(XMLTree("a", text: "x")), as: UTF8.self)
        #expect(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>x</a>\n")
    }

    @Test func namespacesAreDeclaredOnce() throws {
        let tree = XMLTree(
            "a", namespace: "u:a",
            content: [
                .element(XMLTree("b", namespace: "u:a")),
                .element(
                    XMLTree(
                        "c", namespace: "u:p", prefix: "p",
                        attributes: [
                            XMLAttribute("d", "1", namespace: "u:q"), XMLAttribute("e", "2", namespace: "u:p"),
                        ])),
                .element(XMLTree("f")),
            ])
        let text = try Self.write(tree)
        #expect(
            text == #"<a xmlns="u:a"><b/><p:c xmlns:p="u:p" xmlns:ns1="u:q" ns1:d="1" p:e="2"/>"#
                + #"<f xmlns=""/></a>"#)
        #expect(try XMLReading.read(Array(text.utf8)) == tree)
    }

    @Test(arguments: ["", "a b", "1a", "a:b", "<a", "a>", "-a", "a\u{0}", "a\n"])
    func namesThatXMLCannotHold(_ name: String) {
        #expect(throws: XMLProblem.self) { try Self.write(XMLTree(name)) }
        #expect(throws: XMLProblem.self) { try Self.write(XMLTree("a", attributes: [XMLAttribute(name, "1")])) }
        if !name.isEmpty {
            #expect(throws: XMLProblem.self) { try Self.write(XMLTree("a", namespace: "u", prefix: name)) }
        }
    }

    @Test(arguments: ["\u{0}", "\u{B}", "\u{1F}", "\u{FFFE}"])
    func charactersThatXMLCannotHold(_ text: String) {
        #expect(throws: XMLProblem.self) { try Self.write(XMLTree("a", text: text)) }
        #expect(throws: XMLProblem.self) { try Self.write(XMLTree("a", attributes: [XMLAttribute("b", text)])) }
    }

    @Test func depth() {
        var tree = XMLTree("a")
        for _ in 0..<300 { tree = XMLTree("a", content: [.element(tree)]) }
        #expect(throws: XMLProblem.self) { try Self.write(tree) }
    }
}
