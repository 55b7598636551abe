import ApusModel

/// A Swift file: two lines of header, the imports, the declarations.
struct FileContext: TemplateContext {
    static let template = "file"
    static let usesRuntime = false
    static let tags = [
        "version", "path", "digest", "importsFoundation", "importAccess", "imports", "hasContent", "blocks",
    ]

    private let version: String
    private let path: String
    private let digest: String
    private let importsFoundation: Bool
    private let importAccess: String
    private let imports: [String]
    private let blocks: [String]

    init(_ blocks: [String], reexportsRuntime: Bool = false, _ printer: Printer) {
        let source = printer.model.source
        version = DocText.line(printer.options.version)
        path = DocText.line(source.path)
        digest = DocText.line(String(source.digest.prefix(16)))
        importAccess = printer.access
        importsFoundation = printer.usesFoundation && !blocks.isEmpty
        self.blocks = blocks
        let runtime = (reexportsRuntime ? "@_exported " : "") + printer.access + "import ApusRuntime"
        // A file of names for the module's own types needs none, and an import that is not used is a warning.
        let ownImports = reexportsRuntime || printer.usesRuntime ? [runtime] : []
        let xml = printer.xmlUse.line(access: printer.access)
        imports =
            blocks.isEmpty ? [] : ownImports + xml + printer.options.imports.map { printer.access + "import " + $0 }
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "version": version
        case "path": path
        case "digest": digest
        case "importsFoundation": importsFoundation
        case "importAccess": importAccess
        case "imports": imports
        case "hasContent": !imports.isEmpty
        case "blocks": blocks
        default: nil
        }
    }
}
