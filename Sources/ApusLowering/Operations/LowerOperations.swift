import ApusModel
import ApusSource
import ApusSpec

/// Lowers operations to request builders.
extension Lowerer {
    func lowerOperations(into model: inout APIModel) {
        for item in document.paths {
            for operation in item.operations where selection.contains(operation) {
                var (decl, failures) = lowerOperation(operation, under: item)
                declareFailures(failures, of: &decl, in: &model)
                declareHeaders(of: &decl, in: &model)
                model.operations.append(decl)
            }
        }
        if needsNamespaces() { lowerNamespaces(in: &model) }
    }

    private func lowerOperation(_ operation: Operation, under item: PathItem) -> (
        OperationDecl, failures: [ResponseCase]
    ) {
        let id = operation.id
        // A path item in another file may belong to several paths.
        let path = operation.pointer.hasPrefix("/paths/") ? "" : "&" + operation.documentedPath
        let site = Site(
            id: TypeID(Site.shorten(files.path(of: operation.mark.file) + "#" + operation.pointer + path)), name: id,
            path: Site.shorten(id))
        origins.note(operation: id, operation)
        origins.noteName(
            ofOperation: id, isChosen: operationNames.isChosen(operation), isDerived: operation.operationID == nil)
        budget.beginOwner()
        let (parts, nested) = collectNested { lowerParts(of: operation, at: site) }
        var decl = OperationDecl(
            id: id, typeName: operationNames.name(of: operation), methodName: "",
            group: findGroup(of: operation) ?? "Operations",
            httpMethod: operation.method, path: RequestPath.encode(operation.path), success: parts.responses.success,
            failure: .undocumented)
        decl.tags = operation.tags
        decl.parameters = parts.parameters
        decl.body = parts.body
        decl.accepts = parts.responses.accepts
        decl.constraints = lowerConstraints(of: operation, body: parts.body)
        decl.security = operation.security.map(Lowerer.lowerRequirement)
        decl.server = operation.servers.first.map { lowerServer($0, at: 0, of: operation.servers.count) }
        lowerRetry(of: operation, into: &decl)
        decl.paging = lowerPaging(of: operation, id: id, accepting: parts.body)
        decl.result = lowerResult(ofOperation: id)
        decl.nested = nested
        decl.doc = Lowerer.makeDoc(
            summary: operation.summary, documentation: operation.documentation, pointer: operation.pointer)
        decl.doc.notes = makeNotes(for: operation)
        if operation.isDeprecated {
            decl.deprecation = Deprecation(message: operation.extensions["x-deprecation-message"]?.string)
        }
        decl.example = makeExample(for: operation, decl)
        return (decl, parts.responses.failures)
    }

    private struct Parts {
        var parameters: [ParameterDecl]
        var body: BodyDecl?
        var responses: LoweredResponses
    }

    private func lowerParts(of operation: Operation, at site: Site) -> Parts {
        let body = operation.requestBody
        let parameters = lowerParameters(of: operation, at: site)
        let headers = body.map { lowerPartHeaders(of: $0, at: site) } ?? []
        return Parts(
            parameters: parameters.filter(\.isRequired) + headers.filter(\.isRequired)
                + parameters.filter { !$0.isRequired } + headers.filter { !$0.isRequired },
            body: body.flatMap { lowerBody($0, at: site) },
            responses: lowerResponses(of: operation, at: site))
    }

    func findGroup(of operation: Operation) -> String? {
        Lowering.findGroup(of: operation, groups: options.groups)
    }

    private func makeNotes(for operation: Operation) -> [String] {
        var notes: [String] = []
        let scopes = operation.security.flatMap { $0.entries.flatMap(\.scopes) }
        var seen: Set<String> = []
        let unique = scopes.filter { seen.insert($0).inserted }
        if !unique.isEmpty { notes.append("Scopes: " + unique.map { "`\($0)`" }.joined(separator: ", ") + ".") }
        if let docs = operation.externalDocs { notes.append("See <\(docs.url)>.") }
        for response in operation.responses {
            notes += response.links.map(Lowerer.describe)
        }
        return notes
    }

    /// "Link: `next` → `listPets`. The page after this one."
    private static func describe(_ link: Link) -> String {
        let target = (link.operationID ?? link.operationReference).map { " → `\($0)`" } ?? ""
        let words = makeDoc(summary: nil, documentation: link.documentation).summary.map { " " + $0 } ?? ""
        return "Link: `\(link.name)`" + target + "." + words
    }

    static func lowerRequirement(_ requirement: SecurityRequirement) -> SecurityAlternative {
        SecurityAlternative(schemes: requirement.entries.map { .init(name: $0.scheme, scopes: $0.scopes) })
    }
}
