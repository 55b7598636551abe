import Testing

@testable import ApusPipeline

struct LineDifferenceTests {
    @Test func equalTextsDoNotDiffer() {
        #expect(LineDifference.unified(old: "a\nb\n", new: "a\nb\n", name: "f") == "")
        #expect(LineDifference.unified(old: "", new: "", name: "f") == "")
    }

    @Test func showsAChangedLineWithItsContext() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
        let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"
        #expect(
            LineDifference.unified(old: old, new: new, name: "f") == """
                --- f
                +++ f
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test func distantChangesAreHunksOfTheirOwn() {
        let lines = (1...20).map { "\($0)\n" }
        let new = ["0\n"] + lines.dropLast()
        #expect(
            LineDifference.unified(old: lines.joined(), new: new.joined(), name: "f", context: 1) == """
                --- f
                +++ f
                @@ -1,1 +1,2 @@
                +0
                 1
                @@ -19,2 +20,1 @@
                 19
                -20

                """)
    }

    @Test func newAndRemovedFiles() {
        #expect(
            LineDifference.unified(old: "", new: "a\nb\n", name: "f")
                == "--- /dev/null\n+++ f\n@@ -0,0 +1,2 @@\n+a\n+b\n")
        #expect(
            LineDifference.unified(old: "a\n", new: "", name: "f") == "--- f\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n")
    }

    @Test func tellsAMissingNewlineAtTheEnd() {
        #expect(
            LineDifference.unified(old: "a", new: "a\n", name: "f")
                == "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n")
    }

    @Test func longTextsTakeNoLongerThanTheirLength() {
        let old = (0..<50_000).map { "old \($0)\n" }.joined()
        let new = (0..<50_000).map { "new \($0)\n" }.joined()
        let difference = LineDifference.unified(old: old, new: new, name: "f")
        #expect(difference.hasPrefix("--- f\n+++ f\n@@ -1,50000 +1,50000 @@\n-old 0\n"))
        #expect(difference.hasSuffix("+new 49999\n"))
    }
}
