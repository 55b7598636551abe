import ApusModel

/// A type's initializer: a head with one parameter for each property, and the assignments.
struct MemberwiseInit {
    /// One line, or one line for each parameter.
    var head: String
    /// `self.name = name`
    var assignments: [String]

    /// - Parameter parameters: The parameter declarations in order, such as `name: String? = nil`.
    init(parameters: [String], assignments: [String], access: String, layout: Layout) {
        head = layout.declaration(access + "init", parameters, assignments.isEmpty ? " {}" : " {", depth: 1)
        self.assignments = assignments
    }

    static func assignment(_ name: String) -> String {
        "self." + SwiftSource.bare(name) + " = " + name
    }

    /// Inside a function with a parameter of the same name, a property needs `self.`.
    static func reference(_ name: String, beside parameter: String) -> String {
        SwiftSource.bare(name) == parameter ? "self." + name : name
    }
}
