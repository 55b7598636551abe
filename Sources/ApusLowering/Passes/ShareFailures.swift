import ApusModel

/// Operations that document the same failures share one type. It is named by statuses and payloads alone, and says nothing else, so that it
/// stays as it is whichever operations come and go. Failures that this cannot name are nested in their operation.
enum ShareFailures {
    /// - Parameter names: Those of the module's own types.
    static func run(_ model: inout APIModel, names: [TypeID: [String]]) {
        let words = model.failures.map { FailureName.make($0, headers: model.headers, names: names) }
        let clashes = findClashes(model.failures, words)
        var failures: [FailureDecl] = []
        var shared: [String: DeclID<FailureDecl>] = [:]
        for index in model.operations.indices {
            guard case .shared(let old) = model.operations[index].failure else { continue }
            guard let name = words[old.position], !clashes.contains(name) else {
                model.operations[index].failure = .shared(failures.add(nest(model.failures[old])))
                model.operations[index].failureNotes = []
                continue
            }
            let id = shared[name] ?? failures.add(makeShared(model.failures[old], named: name))
            shared[name] = id
            model.operations[index].failure = .shared(id)
        }
        model.failures = failures
    }

    /// Names of more than one set of failures.
    private static func findClashes(_ failures: [FailureDecl], _ names: [String?]) -> Set<String> {
        var keys: [String: FailureKey] = [:]
        var clashes: Set<String> = []
        for (failure, name) in zip(failures, names) {
            guard let name else { continue }
            let key = FailureKey(failure)
            if keys.updateValue(key, forKey: name).map({ $0 != key }) == true { clashes.insert(name) }
        }
        return clashes
    }

    private static func nest(_ failure: FailureDecl) -> FailureDecl {
        var failure = failure
        failure.isNested = true
        failure.doc = Doc(summary: "The failures that the document names for this operation.")
        return failure
    }

    private static func makeShared(_ failure: FailureDecl, named name: String) -> FailureDecl {
        var failure = failure
        failure.name = name
        failure.cases = FailureName.sort(failure.cases).map { response in
            var response = response
            response.doc = Doc()
            for index in response.headers.indices { response.headers[index].doc = Doc() }
            return response
        }
        failure.doc = Doc(summary: "The failures of every operation that documents these statuses with these bodies.")
        return failure
    }
}

/// The key by which failures are equal.
private struct FailureKey: Hashable {
    struct Part: Hashable {
        let name: String
        let status: ResponseCase.Status
        let types: [TypeRef]
        let codings: [String]
        let roots: [XMLNodeDecl?]
    }

    let parts: [Part]
    let headers: DeclID<HeadersDecl>?

    init(_ failure: FailureDecl) {
        parts = FailureName.sort(failure.cases).map { response in
            Part(
                name: response.name, status: response.status, types: response.payloads.map(\.type),
                codings: response.payloads.map(\.coding.rawValue), roots: response.payloads.map(\.xml))
        }
        headers = failure.headers
    }
}
