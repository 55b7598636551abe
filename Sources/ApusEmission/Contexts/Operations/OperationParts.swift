import ApusModel

/// The common parts of an operation's builder and client method: its parameters in order, and its types.
struct OperationParts {
    let operation: OperationDecl
    let inner: Scope
    let fields: [ParameterField]
    /// The type's name at the top level: `FetchContact.Failure`.
    let failure: String
    /// The declaration of the failures; nil where the document describes none.
    let failureDecl: FailureDecl?
    /// The name of a shared type of failures; nil where the type is nested in the operation.
    let failureAlias: String?
    /// The documented failures; empty where there are none.
    let failureCases: [ResponseCase]

    init(_ operation: OperationDecl, _ printer: Printer) {
        self.operation = operation
        let inner = printer.top.inside(operation.typeName)
        self.inner = inner
        var fields = operation.parameters.map { ParameterField($0, in: inner, printer) }
        if let body = operation.body {
            let isAlone = body.isRequired && !operation.parameters.contains(where: \.isRequired)
            let field = ParameterField(body, isUnlabeled: isAlone, in: inner, printer)
            let position = body.isRequired ? fields.firstIndex { !$0.isRequired } ?? fields.endIndex : fields.endIndex
            fields.insert(field, at: position)
            if let choice = ParameterField(choiceOf: body, printer) { fields.insert(choice, at: position + 1) }
        }
        self.fields = fields
        failure = operation.typeName + ".Failure"
        failureDecl = printer.model.failures.find(operation.failure.id)
        failureCases = failureDecl?.cases ?? []
        if let failureDecl {
            failureAlias = failureDecl.isNested ? nil : failureDecl.name
        } else {
            failureAlias = printer.vocabulary["UndocumentedFailure"]
        }
    }

    var offered: [ParameterField] { fields.filter { !$0.isDeprecated } }

    /// The type of a success in a scope, which is the builder or outside of it; nil: nothing is returned.
    func success(in scope: Scope, _ printer: Printer) -> String? {
        let owner = scope.path.isEmpty ? printer.name(of: operation.typeName, in: scope) + "." : ""
        switch operation.success {
        case .single(let response):
            guard let first = response.payloads.first else { return nil }
            if response.payloads.count > 1 {
                return owner + payloadName(response)
            }
            return PayloadExpression(first, in: scope, printer).type
        case .several(let name, _): return owner + name
        }
    }

    /// The type that the client's method returns; nil: nothing.
    func returned(_ printer: Printer) -> String? {
        operation.result.map { printer.type($0.type, in: .outside) } ?? success(in: .outside, printer)
    }

    func payloadName(_ response: ResponseCase) -> String {
        response.payloadTypeName ?? "ResponseBody"
    }
}

/// A parameter or the body, as a property and as an argument. Its words are in the method's documentation, and beside the property only
/// where the method does not offer it.
struct ParameterField {
    let name: String
    let isRequired: Bool
    let context: PropertyContext
    let isUnlabeled: Bool
    /// The paragraphs that describe it.
    let words: [String]
    /// Where the request has it, in a sentence: ``Query parameter `limit`.``
    let location: String
    /// The value that the document gives to a required parameter.
    private let defaultValue: String?

    init(_ decl: ParameterDecl, in scope: Scope, _ printer: Printer) {
        let isMarked = decl.deprecation != nil && !decl.isRequired
        let note = isMarked ? nil : decl.deprecation.map { "Deprecated" + ($0.message.map { ": " + $0 } ?? ".") }
        let notes = [note, decl.clientArgument.map(Self.note)].compactMap(\.self)
        let words = DocText.paragraphs(decl.doc, more: notes)
        self.init(
            name: decl.name, isRequired: decl.isRequired, isUnlabeled: false, words: words,
            location: Self.location(of: decl),
            context: PropertyContext(
                doc: isMarked ? DocText.comment(words, depth: scope.depth) : [],
                availability: isMarked ? printer.availability(decl.deprecation) : [], name: decl.name,
                type: printer.type(decl.declaredType, in: scope)),
            defaultValue: decl.isRequired ? decl.defaultValue.map(printer.literal) : nil)
    }

    init(_ body: BodyDecl, isUnlabeled: Bool, in scope: Scope, _ printer: Printer) {
        let single = body.isUniform ? body.alternatives.first : nil
        let type = single.map { PayloadExpression($0, in: scope, printer).sentType } ?? body.typeName
        self.init(
            name: body.name, isRequired: body.isRequired, isUnlabeled: isUnlabeled,
            words: DocText.paragraphs(body.doc), location: "The body of the request.",
            context: PropertyContext(
                doc: [], availability: [], name: body.name,
                type: body.isRequired || type.last == "?" ? type : type + "?"))
    }

    /// The choice of the body's content type; nil where there is no choice.
    init?(choiceOf body: BodyDecl, _ printer: Printer) {
        let (type, value): (String, String?)
        switch body.choice {
        case nil: return nil
        case .text(let usual): (type, value) = (printer.vocabulary["String"], usual.map(SwiftSource.literal))
        case .listed(let hasDefault):
            (type, value) = (body.typeName, hasDefault ? body.alternatives.first.map { "." + $0.caseName } : nil)
        }
        self.init(
            name: body.choiceName, isRequired: true, isUnlabeled: false,
            words: ["The content type of the body."], location: "",
            context: PropertyContext(doc: [], availability: [], name: body.choiceName, type: type),
            defaultValue: value)
    }

    private init(
        name: String, isRequired: Bool, isUnlabeled: Bool, words: [String], location: String, context: PropertyContext,
        defaultValue: String? = nil
    ) {
        self.words = words
        self.location = location
        self.defaultValue = defaultValue
        self.name = name
        self.isRequired = isRequired
        self.isUnlabeled = isUnlabeled
        self.context = context
    }

    /// ``nil: the client's `companyID`.``
    static func note(on argument: ClientArgument) -> String { "nil: the client's `\(argument.name)`." }

    private static func location(of decl: ParameterDecl) -> String {
        let key = DocText.code(decl.key)
        return switch decl.location {
        case .path: "Path parameter \(key)."
        case .query: "Query parameter \(key)."
        case .header: "Header \(key)."
        case .cookie: "Cookie \(key)."
        case .queryString: "The whole query string."
        case .part: "Header \(key) of the part \(DocText.code(decl.part ?? ""))."
        }
    }

    /// Whether a call must name it.
    var isDemanded: Bool { isRequired && defaultValue == nil }
    var isDeprecated: Bool { !context.availability.isEmpty }

    /// `petID: String`, `_ body: NewPet`, `limit: Int? = nil`; the type in the scope of the function.
    func parameter(type: String) -> String {
        (isUnlabeled ? "_ " : "") + name + ": " + type + (isRequired ? defaultValue.map { " = " + $0 } ?? "" : " = nil")
    }

    /// `petID: petID`
    var argument: String {
        isUnlabeled ? name : SwiftSource.label(name) + ": " + name
    }
}
