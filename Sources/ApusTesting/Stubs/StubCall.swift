public import ApusRuntime
public import HTTPTypes

/// A request that a ``Stub`` received. The operation's arguments are its members: `call.contactID`.
@dynamicMemberLookup
public struct StubCall<Operation: APIOperation>: Sendable {
    /// The operation as it was called. While pages are walked it is that of the first page; ``request`` has the page.
    public let operation: Operation
    /// The request with its credentials.
    public let request: HTTPRequest
    /// The whole body.
    public let bytes: [UInt8]

    public subscript<Value>(dynamicMember member: KeyPath<Operation, Value>) -> Value {
        operation[keyPath: member]
    }
}

extension StubCall: CustomStringConvertible, CustomReflectable {
    /// Such as `fetchContact: GET /contacts/4`, without the values of the query: what a test prints has no credential.
    public var description: String { sentence }
    public var customMirror: Mirror { Mirror(self, children: ["operation": operation]) }
}

/// A call of any operation.
protocol StubbedCall: Sendable {
    var sentence: String { get }
}

extension StubCall: StubbedCall {
    /// Without the values of the query, which may hold a credential.
    var sentence: String {
        let address = Redactor.hideValues(ofQueryIn: request.path ?? "/")
        return "\(Operation.descriptor.id): \(request.method.rawValue) \(address)"
    }
}
