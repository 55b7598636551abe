internal import ApusJSON

/// Where documents are read and lowered: on a stack that holds whatever the limits let in, however little the caller has.
///
/// The stages follow a document's own nesting, up to ``SourceLimits/depth`` levels with several frames for each. A caller may be a thread of
/// a pool with 512 KiB, of which a debug build used all for 60 levels.
public enum DocumentStack {
    /// Reserved, and only used as it is touched.
    private static let size = 512 << 20

    /// Runs a stage; within another stage, where it is.
    public static func run<Result, Problem: Error>(_ stage: () throws(Problem) -> Result) throws(Problem) -> Result {
        let result = FreshStack.ensure(size: size) { () -> Swift.Result<Result, Problem> in
            do throws(Problem) { return .success(try stage()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
