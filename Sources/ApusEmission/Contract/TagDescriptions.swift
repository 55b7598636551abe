/// The meaning of each tag, for authors of templates.
enum TagDescriptions {
    /// - Parameter tag: With the names of its sections: `properties.name`.
    /// - Returns: nil for a tag that nobody has described; a test finds it.
    static func find(_ tag: String, of template: String) -> String? {
        let last = tag.split(separator: ".").last.map(String.init) ?? tag
        return own[template]?[tag] ?? shared[last]
    }

    /// ``CommonTags/own``.
    static let words = [
        "access": "`public `, `package ` or nothing.",
        "hidden": "The attribute of a member that only the runtime calls and the start of the next line, or nothing.",
    ]

    /// By template and tag.
    static let own = client.merging(operations) { $1 }.merging(types) { $1 }

    /// Tags that mean the same wherever they are, by their own name.
    static let shared = [
        "arms": "The responses in the order in which a switch compares them: statuses, ranges, the rest.",
        "assignments": "The lines of the initializer.",
        "attributes": "Attributes of the configuration, one on a line.",
        "availability": "`@available(*, deprecated, …)`, or nothing.",
        "conformances": "Protocols of the configuration behind the declaration's own, `, Identifiable`; or nothing.",
        "constraints": "Lines of the schema that `validate()` checks.",
        "doc": "Lines of the documentation comment, each with `///`; none without documentation.",
        "identity": "The `id` that is computed, or nothing.",
        "initHead": "The initializer's first line or lines, with the brace; with both braces where it assigns nothing.",
        "isAssigned": "Whether the initializer has lines.",
        "isIdentifiable": "Whether the declaration is `Identifiable` without the configuration's protocols.",
        "isConstrained": "Whether there are `constraints`.",
        "isXML": "Whether XML bodies have the type.",
        "name": "The Swift name, in backticks where Swift needs them.",
        "nested": "Declarations inside of this one, each indented by one level.",
        "reads": "Lines that read the members, such as `name = object.optional(\"name\")`.",
        "type": "The Swift type.",
        "typeName": "The name of the enclosing type.",
        "unknownName": "The case for values that the document does not list.",
        "writes": "Lines that write the members, such as `object.write(\"name\", name)`.",
    ]
}
