/// Line and column of a location, both counted from 1; the column counts Unicode scalars, as editors do.
public struct SourcePosition: Hashable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
