import ApusModel

/// A Swift file: two lines of header, the imports, the declarations.
struct FileContext: TemplateContext {
    static let template = "file"
    static let usesRuntime = false
    static let tags = [
        "path", "importsFoundation", "importAccess", "imports", "hasContent", "blocks",
    ]

    private let path: String
    private let importsFoundation: Bool
    private let importAccess: String
    private let imports: [String]
    private let blocks: [String]

    /// - Parameter modules: The modules that the file imports, where they do not follow from what it names.
    init(_ blocks: [String], reexportsRuntime: Bool = false, modules: [String]? = nil, _ printer: Printer) {
        path = DocText.line(printer.model.source.path)
        importAccess = printer.access
        importsFoundation = printer.usesFoundation && !blocks.isEmpty
        self.blocks = blocks
        let runtime = (reexportsRuntime ? "@_exported " : "") + printer.access + "import ApusRuntime"
        // A file with only aliases of the module's own types needs no import, and an unused import is a warning.
        let ownImports = reexportsRuntime || printer.usesRuntime ? [runtime] : []
        let xml = printer.xmlUse.line(access: printer.access)
        // A public import without a public use is a warning; the needs of user templates are unknown.
        let isConfigured = printer.usesConfiguredTypes || !printer.options.templateOverrides.isEmpty
        let configured = isConfigured ? printer.options.imports.map { printer.access + "import " + $0 } : []
        let models = printer.usesModels ? printer.options.models.map { [printer.access + "import " + $0] } ?? [] : []
        let found = modules?.map { printer.access + "import " + $0 } ?? ownImports + xml + models
        imports = blocks.isEmpty ? [] : found + configured
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "path": path
        case "importsFoundation": importsFoundation
        case "importAccess": importAccess
        case "imports": imports
        case "hasContent": !imports.isEmpty
        case "blocks": blocks
        default: nil
        }
    }
}
