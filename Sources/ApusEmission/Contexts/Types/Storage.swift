import ApusModel

/// The storage of a member, with the text for its declaration and for the two functions that code it.
///
/// An indirectly stored member is declared as its plain type with a property wrapper, and read and written through the
/// wrapper's storage, so that no function contains a copy of the value.
enum Storage {
    case inline
    case indirect, optionalIndirect, nullableIndirect

    /// - Parameter type: The type with its presence.
    init(_ type: TypeRef) {
        self =
            switch type {
            case .indirect: .indirect
            case .optional(.indirect): .optionalIndirect
            case .tristate(.indirect): .nullableIndirect
            default: .inline
            }
    }

    /// `@OptionalIndirect `, or nothing.
    func wrapper(_ vocabulary: Vocabulary) -> String {
        switch self {
        case .inline: ""
        case .indirect: "@" + vocabulary["Indirect"] + " "
        case .optionalIndirect: "@" + vocabulary["OptionalIndirect"] + " "
        case .nullableIndirect: "@" + vocabulary["NullableIndirect"] + " "
        }
    }

    /// The left side of the assignment that reads the member, and the call around the read value.
    ///
    /// - Parameter name: The member's name.
    /// - Parameter parameter: The reader's name in the function.
    func target(_ name: String, beside parameter: String) -> (head: String, tail: String) {
        switch self {
        case .inline: (MemberwiseInit.reference(name, beside: parameter) + " = ", "")
        case .indirect: (stored(name) + " = ", "")
        case .optionalIndirect, .nullableIndirect: (stored(name) + " = .init(", ")")
        }
    }

    /// A value that is not read, such as a default.
    func given(_ value: String) -> String {
        self == .inline ? value : ".init(wrappedValue: " + value + ")"
    }

    /// The expression that the writer receives.
    func source(_ name: String, beside parameter: String) -> String {
        switch self {
        case .inline: MemberwiseInit.reference(name, beside: parameter)
        case .indirect: stored(name)
        case .optionalIndirect, .nullableIndirect: stored(name) + ".place"
        }
    }

    private func stored(_ name: String) -> String { "_" + SwiftSource.bare(name) }
}
