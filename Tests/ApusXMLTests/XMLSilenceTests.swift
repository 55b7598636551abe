import ApusXML
import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// libxml2 prints errors without a handler; here a handler is always installed.
@Suite(.serialized) struct XMLSilenceTests {
    /// Encodings that end before libxml2 has a reader to report to, and later.
    static let broken: [[UInt8]] = [
        [0, 0, 0, 0], [0, 0, 0, 0x3C], [0x3C, 0, 0, 0], [0xFF, 0xFE, 0, 0, 0x3C], [0xFE, 0xFF, 0xD8, 0, 0, 0],
        [0xFF, 0xFE, 0x3C], [0x4C, 0x6F, 0xA7, 0x94, 0xFF, 0xFF],
        Array(#"<?xml version="1.0" encoding="UTF-16"?><a/>"#.utf8),
        Array(#"<?xml version="1.0" encoding="no-such"?><a/>"#.utf8),
        Array(#"<?xml version="1.0" encoding="EUC-JP"?><a>"#.utf8) + [0xFF, 0xFF] + Array("</a>".utf8),
        Array("<a>".utf8) + [0xFF, 0xFE] + Array("</a>".utf8),
    ]

    /// The beginning of libxml2's lines; other tests may write to the same output meanwhile.
    private static let words = ["encoder error", "encoding error", "parser error", "I/O error", "namespace error"]

    @Test func brokenEncodingsAreRefusedWithoutAWord() throws {
        let said = try Self.standardError {
            for bytes in Self.broken {
                let problem = #expect(throws: XMLProblem.self, "\(bytes)") { try XMLReading.read(bytes) }
                #expect((problem?.line ?? 0) > 0, "\(bytes): \(String(describing: problem))")
            }
            for charset in ["UTF-16", "UCS-4", "no-such"] {
                _ = try? XMLReading.read(Array("<a>\u{FC}</a>".utf8), charset: charset)
            }
        }
        #expect(!Self.words.contains { said.contains($0) }, "\(said)")
    }

    @Test func whatCannotBeWrittenIsRefusedWithoutAWord() throws {
        let said = try Self.standardError {
            for text in ["\u{0}", "\u{1}", "\u{FFFE}", "a\u{FFFF}"] {
                for content in [XMLTree.Content.text(text), .cdata(text)] {
                    let tree = XMLTree("a", content: [content])
                    let problem = #expect(throws: XMLProblem.self) { try XMLWriting.write(tree) }
                    #expect(problem?.kind == .unwritable)
                }
            }
            // More than libxml2 converts at a time, with chunks that end within characters.
            for first in ["", "a", "ab"] {
                let text = first + String(repeating: "\u{20AC}\u{1F600}", count: 20_000)
                let written = try XMLWriting.write(XMLTree("a", text: text))
                #expect(try XMLReading.read(written).text == text)
            }
        }
        #expect(!Self.words.contains { said.contains($0) }, "\(said)")
    }

    /// Each thread has its own handler: errors of one text are not reported for another.
    @Test(.timeLimit(.minutes(10))) func textsReadAtOnceDoNotMix() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    if number % 2 == 0 {
                        return (try? XMLReading.read(Array("<a>\(number)</a>".utf8)))?.text == "\(number)"
                    }
                    return (try? XMLReading.read(Self.broken[number % Self.broken.count])) == nil
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    /// The process's standard error during the action. It is also written to the original output at the end.
    private static func standardError(_ body: () throws -> Void) throws -> String {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: url) }
        let file = open(url.path, O_RDWR | O_CREAT | O_EXCL, 0o600)
        let before = dup(2)
        fflush(nil)
        dup2(file, 2)
        defer {
            dup2(before, 2)
            close(before)
            close(file)
            FileHandle.standardError.write((try? Data(contentsOf: url)) ?? Data())
        }
        // Ensures that the reader is listening.
        _ = Array("listening\n".utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        try body()
        fflush(nil)
        let said = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        #expect(said.contains("listening"))
        return said
    }
}
