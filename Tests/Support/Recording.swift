import Foundation
import Testing

/// Files of the repository that record what a test expects.
public enum Recording {
    /// Whether `APUS_UPDATE=1` asks for differences to be recorded.
    public static let isOn = ProcessInfo.processInfo.environment["APUS_UPDATE"] == "1"

    /// Fails where a file does not have this text. While recording, the file is written as well, and the test fails all the same, so that
    /// nobody takes recording for a passing run.
    ///
    /// - Returns: Whether the file had the text.
    /// - Throws: When the file cannot be written.
    @discardableResult
    public static func expect(
        _ text: String, at path: String, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
        column: Int = #column
    ) throws -> Bool {
        let recorded = Repository.read(path)
        if recorded == text { return true }
        let location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
        if isOn {
            try Repository.write(text, to: path)
            Issue.record("recorded \(path); run again", sourceLocation: location)
        } else {
            Issue.record(
                "\(path) differs \(difference(text, recorded)); make goldens records it", sourceLocation: location)
        }
        return false
    }

    /// `in line 3: "now" instead of "then"`.
    private static func difference(_ text: String, _ recorded: String?) -> String {
        guard let recorded else { return "from nothing: there is no such file" }
        let sides = [text, recorded].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        let index = zip(sides[0], sides[1]).enumerated().first { $1.0 != $1.1 }?.offset
        let line = index ?? min(sides[0].count, sides[1].count)
        let words = sides.map { line < $0.count ? "\"\($0[line])\"" : "nothing" }
        return "in line \(line + 1): \(words[0]) instead of \(words[1])"
    }
}
