/// Names as file systems compare them: in many, `Pet.swift` and `pet.swift` are one file, and so are names that compose
/// a letter differently.
public enum DiskName {
    /// A key that is equal for two names that a file system may treat as one.
    ///
    /// Upper case followed by lower case folds characters that lower case alone does not (Unicode 17, 3.13.3): `Straße`
    /// and `STRASSE`, `ſ` and `s`. Different compositions of a letter need no handling: `String` compares by canonical
    /// equivalence.
    ///
    /// - Parameter name: A file's name, or a path.
    public static func fold(_ name: String) -> String {
        name.utf8.allSatisfy { $0 < 0x80 } ? name.lowercased() : name.uppercased().lowercased()
    }
}
