import ApusModel

/// The documented responses of an operation, or its failures: a case for each status, and one for undocumented
/// statuses.
struct ResponseEnumContext: TemplateContext {
    static let template = "response_enum"
    static let tags =
        ["doc", "name", "conformance", "cases", "arms", "only", "isOpen", "headers", "nested"]
        + ResponseCaseContext.tags.flatMap { ["cases." + $0, "arms." + $0] }

    private let doc: [String]
    private let name: String
    private let conformance: String
    private let cases: [ResponseCaseContext]
    private let arms: [ResponseCaseContext]
    /// The value of all responses, where nothing tells them apart.
    private let only: [String]
    private let isOpen: Bool
    private let headers: [String]
    private let nested: [String]

    init(failure: FailureDecl, in scope: Scope, _ printer: Printer) {
        self.init(
            name: failure.name, conformance: printer.vocabulary["APIFailure"], failure.cases,
            doc: DocText.lines(Self.described(failure.doc), depth: scope.depth), headers: failure.headers, in: scope,
            printer)
    }

    private static func described(_ doc: Doc) -> Doc {
        var doc = doc
        if doc.summary == nil { doc.summary = "The documented failures." }
        return doc
    }

    init(success name: String, _ cases: [ResponseCase], in scope: Scope, _ printer: Printer) {
        self.init(
            name: name, conformance: printer.vocabulary["Sendable"], cases,
            doc: ["/// The documented responses."], headers: nil, in: scope, printer)
    }

    private init(
        name: String, conformance: String, _ responses: [ResponseCase], doc: [String], headers: DeclID<HeadersDecl>?,
        in scope: Scope, _ printer: Printer
    ) {
        let inner = scope.inside(name)
        self.doc = doc
        self.name = name
        self.conformance = conformance
        cases = responses.map { ResponseCaseContext($0, in: inner, printer) }
        // A switch takes the first matching arm: exact statuses, then ranges, then the rest.
        arms =
            (responses.filter(\.isExact) + responses.filter { !$0.isExact && !$0.isOtherwise }
            + responses.filter(\.isOtherwise)).map { ResponseCaseContext($0, in: inner, printer) }
        only = arms.count == 1 && responses.allSatisfy(\.isOtherwise) ? arms.map(\.value) : []
        self.headers = printer.headers(headers)
        isOpen = !responses.contains(where: \.isOtherwise)
        let payloads = responses.filter { $0.payloads.count > 1 }.map {
            printer.render(PayloadEnumContext($0, in: inner, printer))
        }
        let types = printer.nestedHeaders(headers, in: inner).map { [$0] } ?? []
        nested = (payloads + types).map { Layout.indented($0, by: 1) }
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "name": self.name
        case "conformance": conformance
        case "cases": cases
        case "arms": arms
        case "only": only
        case "isOpen": isOpen
        case "headers": headers
        case "nested": nested
        default: nil
        }
    }
}

extension ResponseCase {
    var isExact: Bool {
        if case .code = status { true } else { false }
    }

    var isOtherwise: Bool { status == .otherwise }
}
