import Testing

@testable import ApusCodec

/// Parameters and forms read the same members of a written value as its tree has.
struct WrittenValueTests {
    private static let texts = [
        "null", "true", "12.50", #""a\"b\\""#, "[]", "{}", #"[1,"]",null]"#, #"{"a":{"b":["}",{"c":"\\"}]},"é":"x"}"#,
        #"[[[]],{"[":{}}]"#, #"{"a\nb":"\u0007","c":[true,false]}"#,
    ]

    @Test(arguments: texts)
    func textAndTreeAgree(text: String) throws {
        let tree = try JSONValue(json: text)
        try Self.compare(try WrittenValue(tree), with: tree)
    }

    private static func compare(_ value: WrittenValue, with tree: JSONValue) throws {
        #expect(value.json == tree.description)
        #expect(value.tree == tree)
        switch (value, tree) {
        case (.array(let array), .array(let elements)):
            try #require(array.elements.count == elements.count)
            for (written, element) in zip(array.elements, elements) { try compare(written, with: element) }
        case (.object(let object), .object(let members)):
            #expect(object.members.map(\.name) == members.keys)
            for (written, member) in zip(object.members, members) { try compare(written.value, with: member.value) }
        default: #expect(!value.isContainer)
        }
    }

    /// A type of an adopter's own may write a name twice.
    @Test func theLastOfEqualNamesCounts() throws {
        guard case .object(let object) = try WrittenValue(Twice()) else { return #expect(Bool(false)) }
        #expect(object.members.map(\.name) == ["a", "b"])
        #expect(object.members.map(\.value.text) == ["3", "2"])
    }

    private struct Twice: APIObject {
        init() {}
        init(from object: inout ObjectReader) {}

        func write(to object: inout ObjectWriter) {
            object.write("a", 1)
            object.write("b", 2)
            object.write("a", 3)
        }
    }
}
