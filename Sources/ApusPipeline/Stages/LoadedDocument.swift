import ApusSpec

/// The bytes of a document that is not on disk, and the files beside it.
struct LoadedDocument {
    /// As messages show it.
    let path: String
    let bytes: [UInt8]
    let loader: FileLoader
    /// The host of an address, from which its parts may be fetched as well.
    var host: String?
}
