import ApusJSON
public import ApusSource
public import ApusSpec

/// Changes a document so that it allows what was seen. The changes name no value of the traffic: an enumeration is opened, not extended.
///
/// A difference at an object of another file is not accepted, because an overlay reaches only the document itself.
public struct Acceptance {
    let root: SourceNode
    let file: SourceFileID
    let version: SpecVersion

    /// - Parameters:
    ///   - root: The tree of the document.
    ///   - file: Its file.
    public init(of root: SourceNode, file: SourceFileID, version: SpecVersion) {
        self.root = root
        self.file = file
        self.version = version
    }

    /// The tree with the changes for all differences whose objects it has.
    public func accept(_ differences: DifferenceList) -> SourceNode {
        DocumentStack.run {
            let edits = TreeEdits()
            for (difference, _) in differences.all where difference.place.file == file {
                add(difference, to: edits)
            }
            return edits.apply(to: root)
        }
    }

    private func add(_ difference: Difference, to edits: TreeEdits) {
        let tokens = JSONPointer.split(difference.place.pointer)
        guard let place = root.follow(tokens) else { return }
        let change = SchemaChange(version: version)
        let (name, seen) = (difference.name, difference.seen)
        switch difference.kind {
        case .member: edits.add(place) { change.addMember(name, seen, to: $0) }
        case .value: edits.add(place) { change.allowValues(in: $0) }
        case .missingMember: edits.add(place) { change.relax(name, in: $0) }
        case .type: edits.add(place) { change.allow(seen ?? .string, in: $0) }
        case .status: edits.add(place) { OperationChange(version: version).addStatus(name, to: $0) }
        case .missingParameter: edits.add(place) { $0.removing("required") }
        case .parameter: edits.add(place) { OperationChange(version: version).addParameter(name, to: $0) }
        case .missingBody, .contentType: addBody(difference, at: tokens, place, to: edits)
        }
    }

    /// Changes of a request body or a response, which may be shared.
    private func addBody(_ difference: Difference, at tokens: [String], _ place: [String], to edits: TreeEdits) {
        let change = OperationChange(version: version)
        let isResponse = tokens.dropLast().last.map { SourceKey.areSame($0, "responses") } ?? false
        if version == .swagger2 {
            let operation = isResponse ? Array(tokens.dropLast(2)) : tokens
            edits.add(place) { change.addSwaggerBody($0, isResponse: isResponse) }
            guard let owner = root.follow(operation) else { return }
            let inherited = root[isResponse ? "produces" : "consumes"]
            edits.add(owner) { change.addSwaggerType(difference.name, isResponse: isResponse, inherited, to: $0) }
            return
        }
        if isResponse {
            edits.add(place) { change.addContentType(difference.name, to: $0) }
        } else if let body = root.follow(tokens + ["requestBody"]) {
            if difference.kind == .missingBody {
                edits.add(body) { $0.setting("required", $0.flag(false)) }
            } else {
                edits.add(body) { change.addContentType(difference.name, to: $0) }
            }
        } else {
            edits.add(place) { operation in
                let body = change.addContentType(difference.name, to: operation["requestBody"] ?? operation.empty)
                return operation.setting("requestBody", body)
            }
        }
    }
}
