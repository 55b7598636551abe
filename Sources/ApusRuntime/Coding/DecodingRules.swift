/// How a client reads what its document leaves open.
public struct DecodingRules: Sendable, Hashable {
    /// The offset of a date-time that names none, in seconds east of UTC.
    public var datesWithoutOffset: Int

    /// UTC for dates without an offset.
    public init(datesWithoutOffset: Int = 0) {
        self.datesWithoutOffset = datesWithoutOffset
    }

    /// What holds where nothing is configured.
    public static let standard = DecodingRules()

    /// The rules of the client whose answer is being read. Task-local, so that readers of every format see them.
    @TaskLocal static var current = DecodingRules.standard

    /// Runs `read` under these rules.
    func apply<Result, Problem: Error>(_ read: () throws(Problem) -> Result) throws(Problem) -> Result {
        if self == Self.current { return try read() }
        let result = Self.$current.withValue(self) { () -> Swift.Result<Result, Problem> in
            do throws(Problem) { return .success(try read()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
