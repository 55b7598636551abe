import Testing

/// The rules are only as good as the reading beneath them.
struct ReaderTests {
    @Test(arguments: [
        ("let a = \"try!\" // b", "let a = \"    \"     "),
        ("a /* x /* y */ z */ b", "a                   b"),
        ("\"x\\(f(\"y\") + try! g())z\"", "\"   f(\" \") + try! g()  \""),
        ("#\"a\" \\n \"#; b", "#\"      \"#; b"),
        ("\"\"\"\nimport B\n\"\"\"\nc", "\"\"\"\n        \n\"\"\"\nc"),
        ("f(#\"\"\"\"#) // a", "f(#\"  \"#)     "), ("f(\"\") // a", "f(\"\")     "),
        ("#if os(Linux)\n\"a\\\"b\"", "#if os(Linux)\n\"    \""),
    ])
    func masks(text: String, expected: String) {
        #expect(SwiftMask.mask(text) == expected)
    }

    @Test func findsFunctions() {
        let file = SwiftFile(
            path: "Sources/A/B.swift",
            text: """
                protocol P {
                    func none()
                    var some: Int { get }
                }
                struct S {
                    var stored = [1].map { $0 }
                    var computed: Int {
                        1
                    }
                    init(
                        a: Int
                    ) throws {
                        self.init()
                    }
                    func run() async
                        -> Int
                    { 1 }
                }
                """)
        let found = FunctionFinder.find(in: file.code)
        #expect(
            found == [
                .init(name: "some", line: 3, length: 1), .init(name: "computed", line: 7, length: 3),
                .init(name: "init", line: 10, length: 5), .init(name: "run", line: 15, length: 3),
            ])
    }

    @Test func findsImports() {
        let file = SwiftFile(
            path: "Sources/A/B.swift",
            text: """
                @testable import One
                public import struct Two.Type
                // import Three
                #if canImport(FoundationEssentials)
                    import FoundationEssentials
                #else
                    import Foundation
                #endif
                import Foundation
                """)
        #expect(file.imports.map(\.module) == ["One", "Two", "FoundationEssentials", "Foundation", "Foundation"])
        #expect(file.imports.map(\.isFallback) == [false, false, false, true, false])
        #expect(file.module == "A")
    }
}
