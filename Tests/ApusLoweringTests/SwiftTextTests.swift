import ApusLowering
import Testing

struct SwiftTextTests {
    @Test(arguments: [
        "Money", "Billing.Money", "_Money", "[Money]", "[String: [Money]]", "Money?", "Box<Money>",
        "Pair<A, [B: C]>", "[ String : Int ]",
    ])
    func typesAreTypes(text: String) {
        #expect(SwiftText.isType(text))
    }

    @Test(arguments: [
        "", " ", "Int; evil_call()", "Int = { evil_call() }()", "Int {", "A..B", ".A", "A.", "[A", "A]", "[A:]", "[:A]",
        "[A: B: C]", "A<", "A<>", "A<B", "A>B", "A??", "1st", "class", "self", "A.Type", "`A`", "A//", "A/*", "A\n",
        "A\u{2028}",
        "(A)", "A & B", "any A", "É", "A\0", "[[[[[[[[[[[[[[[[[[A]]]]]]]]]]]]]]]]]]",
    ])
    func anythingElseIsNone(text: String) {
        #expect(!SwiftText.isType(text))
    }

    @Test func modulesArePaths() {
        #expect(SwiftText.isPath("Billing") && SwiftText.isPath("Foundation.NSURL") && SwiftText.isPath("_Crypto"))
        for text in ["", "a; evil_call()", "a\nimport b", "a b", "default", "3D", "a-b"] {
            #expect(!SwiftText.isPath(text))
        }
    }
}
