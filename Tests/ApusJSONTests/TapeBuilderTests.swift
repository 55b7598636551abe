import ApusJSON
import Testing

@Suite struct TapeBuilderTests {
    @Test func buildsWhatAScanGives() throws {
        var builder = JSONTapeBuilder()
        builder.beginObject()
        builder.key("a")
        builder.beginArray()
        builder.number("1")
        builder.number("-2.5e3")
        builder.bool(true)
        builder.bool(false)
        builder.null()
        builder.beginObject()
        builder.end()
        builder.end()
        builder.key("a longer name, ü")
        builder.string("")
        builder.key("")
        builder.string("ü")
        builder.end()
        let built = JSONTape(builder)
        let text = Array(#"{"a":[1,-2.5e3,true,false,null,{}],"a longer name, ü":"","":"ü"}"#.utf8)
        let scanned = try text.withUnsafeBufferPointer { try JSONTape(scanning: $0) }
        try #require(built.count == scanned.count)
        for index in 0..<built.count {
            let (left, right) = (built[index], scanned[index])
            #expect(left.kind == right.kind)
            #expect(left.length == right.length)
            #expect(left.end == right.end)
            #expect(left.childCount == right.childCount)
            #expect(left.keyHash == right.keyHash)
            #expect(left.isInteger == right.isInteger)
            #expect(left.isASCII == right.isASCII)
            #expect(
                builder.text[left.contentOffset..<left.contentOffset + left.length]
                    .elementsEqual(text[right.contentOffset..<right.contentOffset + right.length]))
        }
    }
}
