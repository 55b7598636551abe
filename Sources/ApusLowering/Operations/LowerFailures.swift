import ApusModel

/// Operations that document the same failures share one type; the most common one is `StandardFailure`.
extension Lowerer {
    /// - Parameter failures: The documented failures of each operation, in the order of ``APIModel/operations``.
    func shareFailures(_ failures: [[ResponseCase]], in model: inout APIModel) {
        var places: [FailureKey: Int] = [:]
        var users: [[Int]] = []
        for (operation, cases) in failures.enumerated() where !cases.isEmpty {
            let key = FailureKey(cases)
            let place = places[key] ?? users.count
            if place == users.count {
                places[key] = place
                users.append([])
                model.failures.append(FailureDecl(name: "", cases: cases))
            }
            users[place].append(operation)
            model.operations[operation].failure = .shared(place)
        }
        let common = users.indices.max { (users[$0].count, $1) < (users[$1].count, $0) }
        for place in users.indices {
            let isStandard = place == common && (users[place].count > 1 || users.count == 1)
            let owner = users[place].first.map { model.operations[$0].typeName } ?? ""
            if users[place].allSatisfy({ model.operations[$0].deprecation != nil }) {
                model.failures[place].deprecation = Deprecation()
            }
            model.failures[place].name = isStandard ? "StandardFailure" : Identifiers.type(owner) + "Failure"
            if users[place].count == 1 || isStandard { continue }
            model.failures[place].doc.summary = "Failures that \(users[place].count) operations share."
        }
    }
}

/// The properties that make failures equal: statuses and payloads, without descriptions.
private struct FailureKey: Hashable {
    struct Part: Hashable {
        let status: ResponseCase.Status
        let types: [TypeRef]
        let codings: [String]
        let roots: [XMLNodeDecl?]
        let headers: [String]
    }

    let parts: [Part]

    init(_ cases: [ResponseCase]) {
        parts = cases.map { response in
            Part(
                status: response.status, types: response.payloads.map(\.type),
                codings: response.payloads.map(\.coding.rawValue), roots: response.payloads.map(\.xml),
                headers: response.headers.map(\.key))
        }
    }
}
