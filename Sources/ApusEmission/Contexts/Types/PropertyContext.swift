import ApusModel

/// A stored property of a struct or of a request builder.
struct PropertyContext: TemplateValue {
    var doc: [String]
    var availability: [String]
    var name: String
    var type: String
    /// `@OptionalIndirect ` before an indirectly stored member; usually empty.
    var wrapper = ""
    /// ` = .absent` for a property that no initializer mentions; usually empty.
    var initial = ""

    static let tags = ["doc", "availability", "name", "type", "wrapper", "initial"]

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "name": self.name
        case "type": type
        case "wrapper": wrapper
        case "doc": doc
        case "availability": availability
        case "initial": initial
        default: nil
        }
    }
}
