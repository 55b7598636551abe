public import ApusRuntime

/// What a call has of the process around it, so that tests replace all of it.
public struct Surroundings: Sendable {
    /// The environment variables.
    public var variables: [String: String]
    /// Sends the requests.
    public var transport: any HTTPTransport
    /// Takes bytes of standard output.
    public var print: @Sendable (_ bytes: [UInt8]) -> Void
    /// Takes text for standard error, with its line breaks.
    public var complain: @Sendable (_ text: String) -> Void
    /// The bytes of standard input up to a limit; nil where there are more.
    public var readInput: @Sendable (_ limit: Int) -> [UInt8]?
    /// The next line of standard input without its end; nil at the end.
    public var readLine: @Sendable () -> String?
    /// Whether standard output is a terminal.
    public var isTerminal: Bool

    public init(
        variables: [String: String], transport: any HTTPTransport, print: @escaping @Sendable ([UInt8]) -> Void,
        complain: @escaping @Sendable (String) -> Void, readInput: @escaping @Sendable (Int) -> [UInt8]?,
        readLine: @escaping @Sendable () -> String?, isTerminal: Bool
    ) {
        self.variables = variables
        self.transport = transport
        self.print = print
        self.complain = complain
        self.readInput = readInput
        self.readLine = readLine
        self.isTerminal = isTerminal
    }

    func print(line: String) {
        print(Array((line + "\n").utf8))
    }
}
