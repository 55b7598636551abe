/// An expectation about a response that failed.
public struct Unexpected: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}

/// Fails the call unless both are equal.
public func expect<Value: Equatable>(
    _ found: Value, _ wanted: Value, line: Int = #line
) throws {
    guard found == wanted else { throw Unexpected("line \(line): expected \(wanted), found \(found)") }
}

/// Fails the call unless the condition is true.
public func expect(_ condition: Bool, _ text: String, line: Int = #line) throws {
    guard condition else { throw Unexpected("line \(line): \(text)") }
}

/// Runs an action that must throw, and returns its error.
public func thrown<Failure: Error, Value>(
    line: Int = #line, _ body: () async throws(Failure) -> Value
) async throws -> Failure {
    do {
        let value = try await body()
        throw Unexpected("line \(line): expected an error, found \(value)")
    } catch let error as Failure {
        return error
    }
}
