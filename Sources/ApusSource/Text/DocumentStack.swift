internal import ApusJSON
internal import ApusPlatform

/// Reads and lowers documents on a stack that is large enough for every allowed document, whatever stack the caller
/// has.
///
/// The stages recurse over a document's nesting, up to ``SourceLimits/depth`` levels with several frames for each. A
/// caller may be a pool thread with 512 KiB, which a debug build exhausted with 60 levels.
public enum DocumentStack {
    /// Reserved memory, allocated on first use.
    private static let size = 512 << 20

    /// Runs a stage; within another stage, on the current stack.
    public static func run<Result, Problem: Error>(_ stage: () throws(Problem) -> Result) throws(Problem) -> Result {
        let result = FreshStack.ensure(size: size) { () -> Swift.Result<Result, Problem> in
            do throws(Problem) { return .success(try stage()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
