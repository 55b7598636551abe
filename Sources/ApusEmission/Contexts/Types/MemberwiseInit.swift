import ApusModel

/// The initializer that a type offers: a head with one parameter for each property, and the assignments.
struct MemberwiseInit {
    /// One line, or one line for each parameter.
    var head: String
    /// `self.name = name`
    var assignments: [String]

    /// - Parameter parameters: In order, each as it is declared: `name: String? = nil`.
    init(parameters: [String], assignments: [String], access: String, layout: Layout) {
        head = layout.declaration(access + "init", parameters, assignments.isEmpty ? " {}" : " {", depth: 1)
        self.assignments = assignments
    }

    static func assignment(_ name: String) -> String {
        "self." + SwiftText.bare(name) + " = " + name
    }

    /// Inside a function whose parameter is called `parameter`, a property of that name needs `self.`.
    static func reference(_ name: String, beside parameter: String) -> String {
        SwiftText.bare(name) == parameter ? "self." + name : name
    }
}
