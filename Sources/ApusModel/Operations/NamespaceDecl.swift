/// A group of the client: the operations of one tag behind a property, `client.contacts.list…`.
public struct NamespaceDecl: Equatable, Sendable {
    /// The tag, or the group that a document or the configuration names.
    public var group: String
    /// The type, such as `ContactsOperations`.
    public var typeName: String
    /// The client's property, such as `contacts`.
    public var name: String
    public var doc: Doc

    public init(group: String, typeName: String, name: String, doc: Doc = Doc()) {
        self.group = group
        self.typeName = typeName
        self.name = name
        self.doc = doc
    }
}
