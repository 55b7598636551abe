import ApusModel

/// The code that reaches a value inside of an operation's value.
enum AccessExpression {
    /// `page.contacts?.data`
    static func text(_ steps: [AccessStep], of name: String) -> String {
        var text = name
        for step in steps {
            switch step {
            case .member(let name): text += "." + name
            case .key(let key): text += "[" + SwiftSource.literal(key) + "]"
            case .unwrap: text += "?"
            case .wrapped: text += ".wrapped"
            case .array: text += ".array"
            }
        }
        return text
    }
}
