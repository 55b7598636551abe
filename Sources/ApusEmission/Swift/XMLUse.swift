/// A file's use of `ApusXML`.
enum XMLUse: Int, Comparable {
    case none
    /// Calls inside functions.
    case calls
    /// Conformances, which other modules see.
    case declarations

    static func < (left: XMLUse, right: XMLUse) -> Bool { left.rawValue < right.rawValue }

    /// The import; all files of one module must state its access level equally.
    func line(access: String) -> [String] {
        switch self {
        case .none: []
        case .calls: [(access.isEmpty ? "" : "internal ") + "import ApusXML"]
        case .declarations: [access + "import ApusXML"]
        }
    }
}
