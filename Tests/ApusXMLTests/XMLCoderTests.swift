import ApusPlatform
import ApusRuntime
import Foundation
import Testing

@testable import ApusXML

@Suite struct XMLCoderTests {
    static func read(_ text: String) throws(DecodingProblem) -> Invoice {
        try Invoice.coder.decode(from: Array(text.utf8))
    }

    static func problem(_ text: String) -> String {
        do {
            _ = try read(text)
            return "none"
        } catch {
            return error.description
        }
    }

    static let invoice = Invoice(
        number: 7, issued: CalendarDate(year: 2024, month: 5, day: 1),
        customer: Customer(name: "Ada & Co", language: "en", others: ["city": "Bern"]), note: "<soon>",
        lines: [Line(amount: 1.5, text: "a ]]> b"), Line(amount: -2)], tags: ["x", ""], isPaid: true)

    @Test func written() throws {
        let text = String(decoding: try Invoice.coder.encode(Self.invoice), as: UTF8.self)
        #expect(
            text == #"""
                <?xml version="1.0" encoding="UTF-8"?>
                <invoice xmlns="urn:i" no="7" issued="2024-05-01"><c:customer xmlns:c="urn:c" xml:lang="en">\#
                <c:name>Ada &amp; Co</c:name><c:city>Bern</c:city></c:customer><note>&lt;soon&gt;</note>\#
                <line amount="1.5"><![CDATA[a ]]]]><![CDATA[> b]]></line><line amount="-2"/>\#
                <tags><tag>x</tag><tag/></tags><paid>true</paid>\#
                <discount xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></invoice>

                """#)
        #expect(try Self.read(text) == Self.invoice)
    }

    @Test func readInAnyOrderWithOtherPrefixesAndUnknownElements() throws {
        let invoice = try Self.read(
            """
            <x:invoice xmlns:x="urn:i" xmlns:y="urn:c" issued=" 2024-05-01 " other="1" no="+07">
              <x:line amount=".5"><x:text>ignored</x:text></x:line>
              <x:paid> 1
              </x:paid>
              <unknown><line amount="9"/></unknown>
              <y:customer><city>Bern</city><y:name> Ada </y:name></y:customer>
              <x:line amount="1E2">
                <![CDATA[ a ]]>
              </x:line>
              <x:tags/>
              <x:discount/>
            </x:invoice>
            """)
        #expect(
            invoice
                == Invoice(
                    number: 7, issued: CalendarDate(year: 2024, month: 5, day: 1),
                    customer: Customer(name: " Ada ", others: ["{}city": "Bern"]),
                    lines: [Line(amount: 0.5), Line(amount: 100, text: " a ")], tags: [], isPaid: true))
    }

    /// An element of another namespace is not a member where there is one of the right namespace, in any order; alone it is the member.
    @Test(arguments: [
        "<note>good</note><e:note>evil</e:note>", "<e:note>evil</e:note><note>good</note>",
        "<note>good</note><note xmlns='urn:e'>evil</note>", "<e:note>good</e:note>",
        "<note>old</note><e:note>evil</e:note><note>good</note><e:line amount='9'/><line amount='1'/>",
    ])
    func otherNamespacesAreOtherElements(members: String) throws {
        let invoice = try Self.read(
            "<invoice no='1' xmlns:e='urn:e' xmlns:c='urn:c'><name/><e:customer><name>evil</name></e:customer>"
                + "<c:customer><c:name>Ada</c:name></c:customer>\(members)</invoice>")
        #expect(invoice.note == "good" && invoice.customer.name == "Ada" && invoice.lines.allSatisfy { $0.amount == 1 })
    }

    @Test func whatIsAbsent() throws {
        let invoice = try Self.read("<invoice no='1'><customer><name/></customer></invoice>")
        #expect(invoice == Invoice(number: 1, customer: Customer(name: ""), lines: []))
    }

    @Test func problemsHavePathAndLine() {
        #expect(
            Self.problem("<invoice no='1'>\n<customer>\n</customer></invoice>")
                == "/invoice/customer/name: expected a required member, found nothing (line 2)")
        #expect(
            Self.problem(
                "<i:invoice xmlns:i='urn:i' no='1'><customer><name/></customer>\n<line amount='1'/>\n<line amount='x'/></i:invoice>"
            )
                == "/i:invoice/line[2]/@amount: expected number, found \"x\" (line 3)")
        #expect(
            Self.problem("<invoice no='1'><customer><name/></customer><paid>maybe</paid></invoice>")
                == "/invoice/paid: expected boolean, found \"maybe\" (line 1)")
        #expect(Self.problem("<html>\n<br></html>").hasPrefix("expected valid XML, found "))
        #expect(Self.problem("<html>\n<br></html>").hasSuffix("(line 2)"))
        #expect(Self.problem("").contains("expected valid XML"))
    }

    @Test func charsets() throws {
        let latin = Array("<invoice no='1'><customer><name>".utf8) + [0xFC] + Array("</name></customer></invoice>".utf8)
        let invoice: Invoice = try Invoice.coder.decode(latin, contentType: "text/xml; charset=\"ISO-8859-1\"")
        #expect(invoice.customer.name == "ü")
        #expect(throws: DecodingProblem.self) { try Invoice.coder.decode(Invoice.self, from: latin) }
        #expect(throws: DecodingProblem.self) {
            try Invoice.coder.decode(Invoice.self, from: latin, charset: "no-such-charset")
        }
    }

    @Test func whatCannotBeWritten() {
        var invoice = Self.invoice
        invoice.note = "\u{0}"
        #expect(throws: EncodingProblem.self) { try Invoice.coder.encode(invoice) }
        invoice.note = nil
        invoice.customer.others = ["a b": "1"]
        #expect(throws: EncodingProblem.self) { try Invoice.coder.encode(invoice) }
        #expect(throws: EncodingProblem.self) { try XMLCoder(.text, .text).encode("root") }
    }
}

@Suite struct XMLFreeFormTests {
    static let coder = XMLCoder(.element("any"), .any)

    /// Text, attributes, children, repetition, namespaces: read, and written back as the same XML.
    @Test(arguments: [
        ("<any>1</any>", #""1""#), ("<any/>", #""""#), (#"<any a="1"/>"#, ##"{"@a":"1"}"##),
        (#"<any a="1">x</any>"#, ##"{"@a":"1","#text":"x"}"##), ("<any><b>1</b><c/></any>", #"{"b":"1","c":""}"#),
        ("<any><b>1</b><b><c>2</c></b></any>", #"{"b":["1",{"c":"2"}]}"#),
        (#"<any><b xmlns="urn:b"><c/></b></any>"#, #"{"{urn:b}b":{"c":""}}"#),
        (
            ##"<any xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>"##, "null"
        ),
    ])
    func roundTrip(_ xml: String, _ json: String) throws {
        let value: JSONValue = try Self.coder.decode(from: Array(xml.utf8))
        #expect(value.description == json)
        let written = String(decoding: try Self.coder.encode(value), as: UTF8.self)
        #expect(written == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(xml)\n")
    }

    @Test func numbersAndBooleansAreWritten() throws {
        let value = try JSONValue(json: #"{"a":[1,true,null],"b":[[1,2],[3]]}"#)
        let written = String(decoding: try Self.coder.encode(value), as: UTF8.self)
        #expect(
            written.contains(
                "<a>1</a><a>true</a><a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>"
                    + "<b><item>1</item><item>2</item></b><b><item>3</item></b>"))
    }

    /// Values within the limits of XML are read and written on a thread with a stack as small as that of a thread pool.
    @Test func deepOnASmallStack() throws {
        @Sendable func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)).utf8)
        }
        let done = DispatchSemaphore(value: 0)
        let result = Lock<(isRead: Bool, written: [UInt8])>((false, []))
        let thread = Thread {
            let deepest: JSONValue? = try? Self.coder.decode(from: nested(199))
            let deep: JSONValue? = try? Self.coder.decode(from: nested(95))
            let bytes = deep.flatMap { try? Self.coder.encode($0) } ?? []
            result.withLock { $0 = (deepest != nil, bytes) }
            done.signal()
        }
        thread.stackSize = 512 * 1024
        thread.start()
        done.wait()
        #expect(result.withLock { $0.isRead })
        #expect(result.withLock { $0.written.count } > nested(95).count)
    }

    /// Deeper than documents are, and never so deep that the stack ends; in both directions.
    @Test func depth() throws {
        let deep = String(repeating: "<a>", count: 60) + String(repeating: "</a>", count: 60)
        let value: JSONValue = try Self.coder.decode(from: Array(deep.utf8))
        #expect(try Self.coder.encode(value).count > deep.utf8.count)
        let deepest = String(repeating: "<a>", count: 10_000)
        #expect(throws: DecodingProblem.self) { try Self.coder.decode(JSONValue.self, from: Array(deepest.utf8)) }
        var tree: JSONValue = "x"
        for _ in 0..<300 { tree = ["a": tree] }
        #expect(throws: EncodingProblem.self) { try Self.coder.encode(tree) }
    }
}
