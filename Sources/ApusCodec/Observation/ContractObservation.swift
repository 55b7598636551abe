/// The exchange whose differences are reported.
package struct ContractObservation: Sendable {
    /// The part of the exchange that has a body.
    package enum Part: Sendable {
        case response(status: Int)
        case webhook

        fileprivate var text: String {
            switch self {
            case .response(let status): "the response \(status)"
            case .webhook: "the webhook"
            }
        }
    }

    private let observers: [ContractObserver]
    private let operation: String
    private let part: Part
    /// Whether a body that cannot be decoded is reported; false where it may be read in another format.
    private(set) var tellsFailures = true

    /// nil where nobody receives a further difference.
    package init?(_ checks: ContractChecks?, operation: String, part: Part) {
        guard let checks else { return nil }
        observers = checks.observers.filter { !$0.isFull }
        if observers.isEmpty { return nil }
        self.operation = operation
        self.part = part
    }

    /// The same for a body that may be read in another format.
    package var tolerant: ContractObservation {
        var copy = self
        copy.tellsFailures = false
        return copy
    }

    /// Reports a difference in a body.
    func tell(
        _ kind: ContractDifference.Kind, identity: UInt64, type: UInt64,
        _ location: () -> (pointer: String, name: String, type: String, seen: ContractDifference.JSONType?)
    ) {
        let key = ContractObserver.Key(group: .init(operation: ByteText(operation), type: type), identity: identity)
        for observer in observers {
            observer.tell(key) {
                let (pointer, name, type, seen) = location()
                return ContractDifference(
                    kind: kind, operation: operation, part: part.text, pointer: pointer, name: name, type: type,
                    seen: seen)
            }
        }
    }

    /// Reports a status that the document does not have.
    package func tell(status: Int) {
        tell(.status, named: "\(status)", in: "the status \(status)")
    }

    /// Reports a content type that the document does not have, without its parameters.
    package func tell(contentType: String) {
        tell(.contentType, named: ShownText.short(contentType, most: ContractDifference.longestName), in: part.text)
    }

    private func tell(_ kind: ContractDifference.Kind, named name: String, in part: String) {
        let key = ContractObserver.Key(
            group: .init(operation: ByteText(operation), type: 0),
            identity: ByteText(kind.rawValue + " " + name).shortHash)
        for observer in observers {
            observer.tell(key) { ContractDifference(kind: kind, operation: operation, part: part, name: name) }
        }
    }
}
