import ApusRuntime
import Testing

@testable import ApusXML

/// One rule determines the elements and attributes that a name refers to, wherever a name is looked up: one in another
/// namespace does not match next to one that does.
@Suite struct XMLNamespaceTests {
    private static func read<Value: APIValue>(
        _ content: XMLContent, _ text: String, as type: Value.Type = Value.self
    ) throws -> Value {
        try XMLCoder(.element("r"), content).decode(from: Array(text.utf8))
    }

    private static func layout(_ describe: (inout XMLLayout) -> Void) -> XMLContent {
        var layout = XMLLayout()
        describe(&layout)
        return .layout(layout)
    }

    static let pairs: [String] = ["<name>good</name><e:name>evil</e:name>", "<e:name>evil</e:name><name>good</name>"]

    @Test(arguments: pairs)
    func nodes(_ pair: String) throws {
        let content = XMLContent.node(.element("name"), .text)
        #expect(try Self.read(content, "<r xmlns:e='u:e'>\(pair)</r>") == "good")
        #expect(try Self.read(content, "<r xmlns='u:r' xmlns:e='u:e'>\(pair)</r>") == "good")
        #expect(try Self.read(content, "<r xmlns:e='u:e'><e:name>good</e:name></r>") == "good")
        let named = XMLContent.node(.element("name", namespace: "u:n"), .text)
        #expect(try Self.read(named, "<r xmlns:e='u:e'>\(pair)<n:name xmlns:n='u:n'>best</n:name></r>") == "best")
        #expect(try Self.read(named, "<r xmlns:e='u:e'>\(pair)</r>") == "good")
    }

    @Test(arguments: pairs)
    func locations(_ pair: String) throws {
        let content = Self.layout {
            $0.item(.element("name"), .text)
            $0.rest(.element("more"), .text)
        }
        let more = "<e:more>evil</e:more><more>good</more>"
        #expect(try Self.read(content, "<r xmlns:e='u:e'>\(pair)\(more)</r>") == ["good", "good"])
        #expect(try Self.read(content, "<r xmlns:e='u:e'><e:name>good</e:name></r>") == ["good"])
    }

    private static let choice: XMLContent = layout {
        $0.alternative(.element("cat"), .text)
        $0.alternative(.element("dog"), .text)
    }

    @Test func choices() throws {
        for text in ["<e:cat>evil</e:cat><dog>good</dog>", "<dog>good</dog><e:cat>evil</e:cat><e:dog>evil</e:dog>"] {
            #expect(try Self.read(Self.choice, "<r xmlns:e='u:e'>\(text)</r>") == "good")
            let member = Self.layout { $0.optional("pet", .none, Self.choice) }
            #expect(try Self.read(member, "<r xmlns:e='u:e'>\(text)</r>") == ["pet": "good"])
        }
        #expect(try Self.read(Self.choice, "<r xmlns:e='u:e'><e:dog>good</e:dog></r>") == "good")
    }

    @Test func listsOfChoices() throws {
        let text = "<cat>a</cat><e:cat>evil</e:cat><dog>b</dog>"
        #expect(try Self.read(.list(.none, Self.choice), "<r xmlns:e='u:e'>\(text)</r>") == ["a", "b"])
        // An element without another one of its name is not ignored.
        let named = Self.layout { $0.alternative(.element("cat", namespace: "u:c"), .text) }
        #expect(try Self.read(.list(.none, named), "<r xmlns:e='u:e'><e:cat>a</e:cat></r>") == ["a"])
    }

    static let twins: [String] = ["kind='dog' e:kind='cat'", "e:kind='cat' kind='dog'"]

    @Test(arguments: twins)
    func attributes(_ pair: String) throws {
        let member = Self.layout { $0.required("kind", .attribute("kind"), .text) }
        let tuple = Self.layout { $0.item(.attribute("kind"), .text) }
        let node = XMLContent.node(.attribute("kind"), .text)
        for text in ["<r xmlns:e='u:e' \(pair)/>", "<r xmlns='u:r' xmlns:e='u:e' \(pair)/>"] {
            #expect(try Self.read(member, text) == ["kind": "dog"])
            #expect(try Self.read(tuple, text) == ["dog"])
            #expect(try Self.read(node, text) == "dog")
        }
        #expect(try Self.read(member, "<r xmlns:e='u:e' e:kind='cat'/>") == ["kind": "cat"])
        let named = Self.layout { $0.optional("kind", .attribute("kind", namespace: "u:e"), .text) }
        #expect(try Self.read(named, "<r xmlns:e='u:e' \(pair)/>") == ["kind": "cat"])
        #expect(try Self.read(named, "<r kind='dog'/>") == ["kind": "dog"])
        #expect(try Self.read(named, "<r xmlns:x='u:x' x:kind='dog'/>") == [String: String]())
    }

    /// The attribute that decides is the one that is the member.
    @Test(arguments: twins)
    func discriminators(_ pair: String) throws {
        let content = Self.layout {
            $0.discriminator("kind")
            for kind in ["cat", "dog"] {
                $0.alternative(
                    [kind], .none,
                    Self.layout {
                        $0.required("kind", .attribute("kind"), .text)
                        $0.optional("\(kind)Name", .element("name"), .text)
                    })
            }
        }
        let text = "<r xmlns:e='u:e' \(pair)><name>Rex</name></r>"
        #expect(try Self.read(content, text) == ["kind": "dog", "dogName": "Rex"])
    }

    /// Attributes are found by the bytes of namespaces: `String` takes quadratic time for their combining marks.
    /// libxml2 refuses such namespaces, so the element is created here.
    @Test func namespacesOfCombiningMarks() {
        func namespace(_ marks: String) -> String { "u:e" + String(repeating: marks, count: 100_000) }
        let attributes = [
            XMLAttribute("kind", "evil", namespace: namespace("\u{301}\u{323}")), XMLAttribute("kind", "dog"),
        ]
        let step = XMLStep.attribute("kind", namespace: namespace("\u{323}\u{301}"))
        let layout = Self.layout { $0.required("kind", step, .text) }
        let started = ContinuousClock.now
        let reader = try? XMLTapeReader.read(XMLTree("r", attributes: attributes), .element("r"), layout)
        #expect(ContinuousClock.now - started < .seconds(10))
        #expect(reader != nil)
    }
}
