public import ApusModel
public import ApusSource

/// The locations in the document of a model's declarations and their members.
public struct ModelLocations: Sendable {
    private let origins: Origins

    init(_ origins: Origins) {
        self.origins = origins
    }

    public func mark(of type: TypeID) -> SourceMark? {
        origins.find(type)?.mark
    }

    /// The JSON pointer of the type's schema, inside the file of its ``mark(of:)``.
    public func pointer(of type: TypeID) -> String? {
        origins.find(type)?.pointer
    }

    /// The location of a property or of an enum's value, otherwise of its type.
    /// - Parameter key: The property's name in messages, or the text of the value.
    public func mark(ofMember key: String, of type: TypeID) -> SourceMark? {
        origins.find(key, of: type)?.mark
    }

    /// - Parameter id: As in ``OperationDecl/id``.
    public func mark(ofOperation id: String) -> SourceMark? {
        origins.find(operation: id)?.mark
    }

    /// - Parameter key: As in ``EventDecl/key``.
    public func mark(ofEvent key: String) -> SourceMark? {
        origins.find(event: key)?.mark
    }
}
