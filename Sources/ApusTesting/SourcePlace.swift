#if canImport(Testing)
    internal import Testing
#endif

/// The place in a test that an issue is recorded at.
struct SourcePlace: Sendable {
    let fileID: String
    let filePath: String
    let line: Int
    let column: Int

    /// Records an issue of the running test of Swift Testing; without one, in XCTest or a preview, nothing.
    func recordIssue(_ text: String) {
        #if canImport(Testing)
            guard Test.current != nil else { return }
            Issue.record(
                Comment(rawValue: text),
                sourceLocation: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
        #endif
    }
}
