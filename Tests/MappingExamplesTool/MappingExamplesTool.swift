import Foundation
import MappingExamples

/// Writes the Swift that `MappingTests` compiles for the mapping book; `MappingExamplesPlugin` runs it in the build.
///
///     MappingExamplesTool chapter …/Mappings/unions.md …/unions.swift
///     MappingExamplesTool index …/CompiledExamples+All.swift allof arrays …
@main
enum MappingExamplesTool {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2 else {
            fail("usage: MappingExamplesTool chapter MARKDOWN SWIFT | index SWIFT TOPIC…")
        }
        switch arguments[0] {
        case "chapter" where arguments.count == 3: try writeChapter(from: arguments[1], to: arguments[2])
        case "index": try write(ChapterSource.index(of: Array(arguments.dropFirst(2))), to: arguments[1])
        default: fail("there is no command \(arguments[0]) with \(arguments.count - 1) arguments")
        }
    }

    private static func writeChapter(from path: String, to output: String) throws {
        let file = URL(filePath: path)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let chapter = Chapter(topic: file.deletingPathExtension().lastPathComponent, text: text)
        do {
            try write(ChapterSource.file(chapter, path: path), to: output)
        } catch let error as UnreadableExample {
            fail("\(error)")
        }
    }

    /// A file that has the text already is left alone, so that nothing is compiled again.
    private static func write(_ text: String, to path: String) throws {
        if FileManager.default.contents(atPath: path) == Data(text.utf8) { return }
        try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(1)
    }
}
