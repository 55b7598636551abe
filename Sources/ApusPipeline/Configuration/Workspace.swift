/// The clients of a workspace file, with the base folder of their paths.
public struct Workspace: Equatable, Sendable {
    public static let fileName = "apus.yaml"

    /// The folder of the workspace file; paths in it are relative to this one.
    public var folder: String
    public var clients: [ClientConfiguration]
    /// The folder that must contain the outputs, also after all links are resolved; nil: any folder.
    ///
    /// A workspace file is part of a checkout, and so are the links next to it: neither may cause writes outside.
    public var home: String?
    /// The folder that documents, overlays, templates and roots must lie in, also once all links are followed; nil: they may be anywhere.
    public var checkout: String?

    /// The path of the file that records the documents, as this process can open it; nil without a workspace file.
    var lockPath: String?

    /// Whether the document was named on the command line: its path then depends on the working folder, so generated
    /// code contains its name only.
    public var isCommandLine = false

    public init(folder: String, clients: [ClientConfiguration]) {
        self.folder = folder
        self.clients = clients
    }

    /// A document's path in headers: relative to the workspace, or its name only.
    func show(_ path: String) -> String {
        let path =
            if case .address(let address) = DocumentLocation(path) { DocumentLocation.show(address) } else { path }
        guard isCommandLine || path.utf8.first == UInt8(ascii: "/") else { return path }
        return path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    }

    /// A path of the workspace that this process can open.
    public func locate(_ path: String) -> String {
        path.hasPrefix("/") || folder.isEmpty || folder == "." ? path : folder + "/" + path
    }
}
