import ApusSpec

/// The bytes of a document that is not on disk, and the files beside it.
struct LoadedDocument {
    /// As messages show it.
    let path: String
    let bytes: [UInt8]
    let loader: FileLoader
    /// The beginning of the paths of this document and of the files beside it, where another version has the same paths.
    var prefix: String?
}
