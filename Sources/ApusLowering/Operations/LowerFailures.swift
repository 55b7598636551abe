import ApusModel

/// Operations that document the same failures share one type; the most common one is `StandardFailure`.
extension Lowerer {
    func declareFailures(_ failures: [ResponseCase], of operation: inout OperationDecl, in model: inout APIModel) {
        guard !failures.isEmpty else { return }
        var decl = FailureDecl(name: "Failure", cases: failures)
        decl.headers = Lowerer.declareHeaders(of: failures, in: &model)
        operation.failureNotes =
            failures.compactMap { Lowerer.makeNote($0.name, $0.doc) } + Lowerer.makeHeaderNotes(decl.headers, in: model)
        operation.failure = .shared(model.failures.add(decl))
    }

    func declareHeaders(of operation: inout OperationDecl, in model: inout APIModel) {
        operation.headers = Lowerer.declareHeaders(of: operation.success.cases, in: &model)
        operation.headerNotes = Lowerer.makeHeaderNotes(operation.headers, in: model)
    }

    /// nil where none is documented.
    private static func declareHeaders(of cases: [ResponseCase], in model: inout APIModel) -> DeclID<HeadersDecl>? {
        let headers = mergeHeaders(of: cases)
        if headers.isEmpty { return nil }
        return model.headers.add(HeadersDecl(name: "Headers", headers: headers))
    }

    /// In the order of their names, so that the order in the document does not matter. Of several statuses, the first that documents a
    /// header describes it.
    private static func mergeHeaders(of cases: [ResponseCase]) -> [HeaderDecl] {
        var seen: Set<String> = []
        var scope = NameScope(reserved: ReservedNames.headers)
        let headers = cases.flatMap(\.headers).filter { seen.insert($0.key.lowercased()).inserted }
        return headers.sorted { $0.key.lowercased() < $1.key.lowercased() }.map { header in
            var header = header
            let name = Identifiers.member(header.name)
            header.name = Keywords.escape(scope.claim(name, fallbacks: [name + "Value"]))
            return header
        }
    }

    private static func makeHeaderNotes(_ id: DeclID<HeadersDecl>?, in model: APIModel) -> [String] {
        model.headers.find(id)?.headers.compactMap { makeNote($0.name, $0.doc) } ?? []
    }

    /// "`notFound`: There is no such contact."; nil where nothing is said that the name does not.
    private static func makeNote(_ name: String, _ doc: Doc) -> String? {
        let name = name.filter { $0 != "`" }
        guard let summary = doc.summary, Identifiers.member(summary).lowercased() != name.lowercased() else {
            return nil
        }
        let line = summary.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "`\(name)`: \(line)"
    }
}
