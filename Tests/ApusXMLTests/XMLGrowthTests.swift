import ApusRuntime
import Foundation
import Testing

@testable import ApusXML

/// Input with quadratic cost in libxml2 is refused before libxml2 reads it, with its location.
@Suite(.timeLimit(.minutes(10))) struct XMLGrowthTests {
    /// The texts below exceed the default limit.
    private static let large = XMLLimits(bytes: 64 << 20)

    private static func problem(_ text: String, _ limits: XMLLimits = large) -> XMLProblem? {
        problem(Array(text.utf8), limits)
    }

    private static func problem(_ bytes: [UInt8], _ limits: XMLLimits = large) -> XMLProblem? {
        do {
            _ = try XMLReading.read(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    private static func attributes(_ count: Int, of name: String = "a") -> String {
        (0..<count).map { "\(name)\($0)='\($0)'" }.joined(separator: " ")
    }

    /// 400,000 of them take libxml2 minutes.
    @Test func attributes() throws {
        let problem = try #require(Self.problem("<r>\n  <e \(Self.attributes(400_000))/></r>"))
        #expect(problem.kind == .tooMany)
        #expect(problem.description == "2:3: there are more than 1000 attributes")
        #expect(try XMLReading.read(Array("<e \(Self.attributes(1_000))/>".utf8)).attributes.count == 1_000)
    }

    @Test func namespaces() throws {
        let tag = "<e \(Self.attributes(100_000, of: "xmlns:n"))/>"
        #expect(Self.problem(tag)?.description == "1:1: there are more than 256 namespace declarations in scope")
        let element = "<e \(Self.attributes(100, of: "xmlns:n"))>"
        #expect(Self.problem(element + element + "\n" + element)?.line == 2)
        // Those of elements that are closed do not count.
        let closed = String(repeating: element + "</e>", count: 50) + String(repeating: "<e xmlns:x='u'/>", count: 500)
        #expect(Self.problem("<r>\(closed)</r>") == nil)
    }

    /// Two million of them take libxml2 minutes.
    @Test func names() throws {
        let elements = (0..<2_000_000).map { "<n\($0)/>" }.joined()
        #expect(Self.problem("<r>\(elements)</r>")?.reason == "there are more than 50000 different names")
        #expect(Self.problem("<r>\(String(repeating: "<n/>", count: 100_000))</r>") == nil)
        let namespaces = (0..<60_000).map { "<x:e xmlns:x='u:\($0)'/>" }.joined()
        #expect(Self.problem("<r>\(namespaces)</r>")?.kind == .tooMany)
    }

    @Test func longTexts() {
        let text = Array("<r>\(String(repeating: "<n/>", count: 3_000_000))</r>".utf8)
        #expect(throws: XMLProblem(.tooLong, "the text has more than 8388608 bytes")) { try XMLReading.read(text) }
    }

    @Test func longTags() {
        let tag = "<e a='\(String(repeating: ">", count: 1 << 20))'/>"
        #expect(Self.problem("<r>\n\(tag)</r>")?.description == "2:1: a start tag has more than 1048576 bytes")
        #expect(Self.problem("<r>\n\(tag)</r>", XMLLimits(bytes: 64 << 20, startTagBytes: 2 << 20)) == nil)
    }

    /// Text that resembles a tag.
    @Test func otherMarkup() {
        let attributes = Self.attributes(2_000)
        for text in ["<!-- <e \(attributes)> -->", "<![CDATA[<e \(attributes)>]]>", "<?p <e \(attributes)> ?>"] {
            #expect(Self.problem("<r>\(text)<e/></r>") == nil, "\(text.prefix(20))")
        }
        #expect(
            Self.problem("<!DOCTYPE r [<!ENTITY x 'y'>]>\n<r/>")?.description.hasPrefix("1:1: a document type") == true)
    }

    /// An encoding in which `<` is another byte hides no tag.
    @Test func encodings() throws {
        let text = "<?xml version='1.0' encoding='UTF-16'?><e \(Self.attributes(2_000))/>"
        for isBig in [true, false] {
            var bytes: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
            for unit in text.utf16 {
                let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                bytes += isBig ? halves : halves.reversed()
            }
            #expect(Self.problem(bytes)?.kind == .tooMany)
            #expect(Self.problem(Array(bytes.dropFirst(2)))?.kind == .tooMany)
        }
        for name in ["UTF-7", "IBM037", "ISO-2022-JP", "HZ-GB-2312"] {
            let problem = Self.problem("<?xml version='1.0' encoding='\(name)'?><e/>")
            #expect(problem?.description == "1:1: the encoding \(name) is not read", "\(name)")
            #expect(throws: XMLProblem.self) { try XMLReading.read(Array("<e/>".utf8), charset: name) }
        }
        let korean = Array("<?xml version='1.0' encoding='EUC-KR'?><e>".utf8) + [0xB0, 0xA1] + Array("</e>".utf8)
        #expect(try XMLReading.read(korean).text == "가")
    }

    /// In UTF-7 `+ADw-` is `<`: each text hides a start tag from a reader that assumes UTF-8.
    @Test func encodingsThatAreNotTheOneChecked() throws {
        let hidden = "<r>+ADw-e \(Self.attributes(2_000))/+AD4-</r>"
        let far = "<?xml version=\"1.0\"\(String(repeating: " ", count: 300))encoding=\"UTF-7\"?>\(hidden)"
        #expect(Self.problem(far)?.description == "1:1: the encoding UTF-7 is not read")
        let farther = "<?xml version='1.0'\(String(repeating: " ", count: 5_000))encoding='UTF-7'?>\(hidden)"
        #expect(Self.problem(farther)?.description == "1:1: the XML declaration has more than 4096 bytes")
        // A byte order mark, and the charset, count more than the declaration.
        for name in ["UTF-7", "UTF-16", "ISO-2022-JP", "ISO-8859-1", "nonsense"] {
            let text = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>\(hidden)<!-- ü -->".utf8)
            let marked = try XMLReading.read([0xEF, 0xBB, 0xBF] + text)
            #expect(marked.children.isEmpty && marked.text.hasPrefix("+ADw-e a0='0'"), "\(name)")
            let told = try XMLReading.read(text, charset: "utf-8")
            #expect(told.children.isEmpty && told.text.hasPrefix("+ADw-e a0='0'"), "\(name)")
        }
        let marked = [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='IBM037'?><r>ü</r>".utf8)
        #expect(try XMLReading.read(marked).text == "ü")
        #expect(try XMLReading.read(marked, charset: "ISO-8859-1").text == "ü")
    }

    @Test func lettersThatAreNotInASCII() {
        let problem = #expect(throws: XMLProblem.self) {
            try XMLReading.read(Array("<a>\nü</a>".utf8), charset: "us-ascii")
        }
        #expect(problem?.description == "2:1: a byte that is no character of US-ASCII")
    }

    /// libxml2 treats zeros among the first bytes as a wide encoding in any case.
    @Test func zerosBeforeTheMarkup() {
        let wide = "<e \(Self.attributes(2_000))/>".utf16.flatMap { [UInt8(0), UInt8($0)] }
        let twice = wide.flatMap { [UInt8(0), $0] }
        for (bytes, charset) in [
            (wide, "utf-8"), (wide, "iso-8859-1"), (twice, "utf-16be"), (Array(wide.dropFirst()), "ascii"),
        ] {
            let problem = #expect(throws: XMLProblem.self, "\(charset)") {
                try XMLReading.read(bytes, charset: charset, limits: Self.large)
            }
            #expect(problem?.description == "1:1: the text does not begin with markup in \(charset)")
        }
    }

    /// The declaration in a text of another encoding applies, as does an explicit charset.
    @Test(
        arguments: [
            ("ISO-8859-1", [0xFC], "ü"), ("windows-1252", [0x80], "€"), ("Shift_JIS", [0x83, 0x5C], "ソ"),
            ("GB2312", [0xD6, 0xD0], "中"), ("Big5", [0xA4, 0xA4], "中"), ("KOI8-R", [0xC1], "а"),
            ("US-ASCII", [0x61], "a"),
        ] as [(String, [UInt8], String)])
    func declaredEncodings(_ name: String, _ letter: [UInt8], _ text: String) throws {
        let element = Array("<e>".utf8) + letter + Array("</e>".utf8)
        let declared = Array("<?xml version='1.0'  encoding = '\(name)' standalone='yes'?>\n".utf8) + element
        #expect(try XMLReading.read(declared).text == text)
        #expect(try XMLReading.read(declared).line == 2)
        #expect(try XMLReading.read(element, charset: name).text == text)
        let hidden = declared.dropLast(4) + Array("<e \(Self.attributes(2_000))/></e>".utf8)
        #expect(Self.problem(Array(hidden))?.kind == .tooMany)
    }

    /// libxml2's own bound, which only lifting all of its bounds would lift.
    @Test func textOfOneNode() {
        #expect(Self.problem("<r>\(String(repeating: "x", count: 9_000_000))</r>") == nil)
        #expect(
            Self.problem(
                "<r a='\(String(repeating: "x", count: 10_000_001))'/>",
                XMLLimits(bytes: 64 << 20, startTagBytes: 16 << 20))
                != nil)
    }

    /// A letter with many combining marks, in names and everywhere else.
    @Test func combiningMarks() throws {
        let marks = String(repeating: "\u{301}\u{323}", count: 10_000)
        let name = "e" + marks
        let text = """
            <invoice \(name)="1" no="1"><\(name)>\(marks)</\(name)><customer \(name)='2'><name>\(marks)</name></customer></invoice>
            """
        let invoice: Invoice = try Invoice.coder.decode(
            Array(text.utf8), contentType: "text/xml; \(name)=1; charset=utf-8")
        #expect(invoice.customer.name.utf8.count == marks.utf8.count)
        #expect(BodyFormat.isJSON([], contentType: name, unlessTold: true))
    }
}

/// An element of another namespace than its parent's does not match.
@Suite struct XMLForeignElementTests {
    struct Person: APIObject, XMLModel {
        var name: String?
        var tags: [String]?
        var total: Int?

        init(from object: inout ObjectReader) {
            name = object.optional("name")
            tags = object.optional("tags")
            total = object.optional("total")
        }

        func write(to object: inout ObjectWriter) {
            object.write("name", name)
            object.write("tags", tags)
            object.write("total", total)
        }

        static func describe(_ xml: inout XMLLayout) {
            xml.optional("name", .element("name"), .text)
            xml.optional("tags", .none, .list(.element("tag"), .text))
            xml.optional("total", .element("total", namespace: "u:t"), .number)
        }

        static let coder = XMLCoder(.element("person"), .model(Person.self))
    }

    private static func read(_ text: String) throws -> Person {
        try Person.coder.decode(from: Array(text.utf8))
    }

    @Test(arguments: ["<name>good</name><e:name>evil</e:name>", "<e:name>evil</e:name><name>good</name>"])
    func isNotTheMember(_ names: String) throws {
        #expect(try Self.read("<person xmlns:e='u:e'>\(names)</person>").name == "good")
        #expect(try Self.read("<person xmlns='u:p' xmlns:e='u:e'>\(names)</person>").name == "good")
        #expect(try Self.read("<p:person xmlns:p='u:p' xmlns:e='u:e'>\(names)</p:person>").name == "good")
    }

    @Test func isNotAmongTheElementsOfAList() throws {
        let text = "<person xmlns:e='u:e'><tag>a</tag><e:tag>evil</e:tag><tag>b</tag></person>"
        #expect(try Self.read(text).tags == ["a", "b"])
    }

    /// Documents seldom name the namespaces that servers send.
    @Test func isWhatIsMeantWhereThereIsNoOther() throws {
        #expect(try Self.read("<person xmlns='u:p'><name>good</name></person>").name == "good")
        #expect(try Self.read("<person xmlns:e='u:e'><e:name>good</e:name></person>").name == "good")
    }

    @Test func theNamespaceOfTheDocumentDecides() throws {
        #expect(try Self.read("<person xmlns:t='u:t'><t:total>1</t:total><total>2</total></person>").total == 1)
        #expect(try Self.read("<person xmlns='u:p'><total>2</total></person>").total == 2)
        #expect(try Self.read("<person xmlns:e='u:e'><e:total>3</e:total></person>").total == nil)
    }
}
