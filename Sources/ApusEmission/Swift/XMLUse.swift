/// What a file needs `ApusXML` for.
enum XMLUse: Int, Comparable {
    case none
    /// Calls inside functions.
    case calls
    /// Conformances, which others see.
    case declarations

    static func < (left: XMLUse, right: XMLUse) -> Bool { left.rawValue < right.rawValue }

    /// The import; of two files of one module, none may leave to the compiler what the other says.
    func line(access: String) -> [String] {
        switch self {
        case .none: []
        case .calls: [(access.isEmpty ? "" : "internal ") + "import ApusXML"]
        case .declarations: [access + "import ApusXML"]
        }
    }
}
