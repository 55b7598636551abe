extension TagDescriptions {
    /// Models.
    static let types: [String: [String: String]] = [
        "alias": ["target": "The type that the name is for."],
        "closed_enum": [
            "cases": "The values, in the order of the document.",
            "cases.raw": "The raw value as a literal.",
            "placeholder": "The case that a reader takes after an error.",
            "rawType": "The type of raw values.",
        ],
        "enum": [
            "allCases": "The list of all listed cases, broken into lines where it is long.",
            "cases": "The listed values, in the order of the document.",
            "cases.raw": "The raw value as a literal.",
            "isLarge":
                "Whether the enum looks raw values up in a table, because a switch over so many is slow to compile.",
            "isText": "Whether raw values are strings.",
            "needsDefault": "Whether a value may be none of the cases, as all but `true` and `false` may.",
            "rawType": "The type of raw values.",
            "rawValues": "The properties that have the raw value of a case: one, and more for a large enum.",
            "rawValues.head": "The property's declaration without the brace.",
            "rawValues.rows": "The lines of its switch.",
        ],
        "examples": [
            "types": "The types of one file of the client that have examples, in the order of the file.",
            "types.arguments": "The lines of the initializer's arguments: the examples as raw literals.",
            "types.provider": "The protocol of types with examples.",
            "types.texts": "The type of the examples' JSON.",
        ],
        "struct": [
            "codingAvailability": "`@available(*, deprecated)` where a member is deprecated, or nothing.",
            "identity.value": "The member that it is computed from.",
            "initAvailability": "`@available(*, deprecated, …)` where the type is deprecated, or nothing.",
            "isRead": "Whether the struct has members.",
            "properties": "The members, in the order of the document.",
            "properties.initial": "` = .absent` for a property that no initializer mentions, or nothing.",
            "properties.wrapper": "`@OptionalIndirect ` before a member that is stored indirectly, or nothing.",
            "unknown": "The property that keeps members which the document does not name, or nothing.",
        ],
        "tuple": [
            "properties": "The positions of the array, and its further elements.",
            "properties.initial": "An initial value, or nothing.",
            "properties.wrapper": "`@OptionalIndirect ` before a member that is stored indirectly, or nothing.",
        ],
        "union": [
            "alternatives":
                "The constant that describes the alternatives where no discriminator tells them apart, or nothing.",
            "cases": "The alternatives, in the order of the document.",
            "cases.keyword": "`case`, or `indirect case` for a value that is stored indirectly.",
            "cases.pattern": "What selects the alternative: values of the discriminator as literals, or its index.",
            "cases.read": "The call that reads it: `read()` or `readNumberOrText()`.",
            "cases.write": "Arguments behind the value when it is written, such as its discriminator; or nothing.",
            "discriminator": "The name of the discriminator as a literal, or nothing.",
            "fallback": "The case for a discriminator with another value, or nothing.",
        ],
        "xml": [
            "isBlank": "Whether there are no `lines`.",
            "lines": "A line for each node of the model in XML.",
        ],
    ]
}
