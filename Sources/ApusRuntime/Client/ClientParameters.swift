public import ApusCodec

/// The arguments that a client was given for all calls, by the names of its parameters.
@_documentation(visibility: internal)
public struct ClientParameters: Sendable {
    /// No arguments: what a call does not give is missing.
    public static let none = ClientParameters()

    /// Each of the type that the generator has found for the name.
    private var values: [String: any Sendable] = [:]

    /// The arguments with another value of one parameter; nil removes it.
    public func with<Value: Sendable>(_ name: String, _ value: Value?) -> ClientParameters {
        var copy = self
        copy.values[name] = value
        return copy
    }

    /// Sets an argument that a call does not give.
    public func complete<Value: Sendable>(_ argument: inout Value?, with name: String) {
        if argument == nil { argument = values[name] as? Value }
    }

    /// Sets an argument that a call does not give; the call's null is a value.
    public func complete<Value: Sendable>(_ argument: inout Nullable<Value>, with name: String) {
        if case .absent = argument, let value = values[name] as? Value { argument = .value(value) }
    }
}
