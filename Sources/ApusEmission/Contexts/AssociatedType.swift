/// An associated type of an operation that is another name of a type.
struct AssociatedType: TemplateValue {
    static let tags = ["doc", "name", "type"]

    var doc: [String]
    var name: String
    var type: String

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "name": self.name
        case "type": type
        default: nil
        }
    }
}
