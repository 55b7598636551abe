import ApusModel

/// How to call a module.
struct ReadmeContext: TemplateContext {
    static let template = "readme"
    static let tags = ["title", "module"]

    private let title: String
    private let module: String

    init(_ printer: Printer) {
        title = DocText.line(printer.model.source.title)
        module = printer.model.module
    }

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "module": module
        default: nil
        }
    }
}
