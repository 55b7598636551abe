/// Names as disks compare them: on many, `Pet.swift` and `pet.swift` are one file, and so are names that compose a letter differently.
public enum DiskName {
    /// The same for two names that some disk keeps in one place.
    ///
    /// Upper case and back folds what lower case alone does not (Unicode 17, 3.13.3): `Straße` and `STRASSE`, `ſ` and `s`. Two ways to
    /// compose a letter need nothing here: texts are compared by what they stand for.
    ///
    /// - Parameter name: A file's name, or a path.
    public static func fold(_ name: String) -> String {
        name.utf8.allSatisfy { $0 < 0x80 } ? name.lowercased() : name.uppercased().lowercased()
    }
}
