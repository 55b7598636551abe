internal import ApusJSON

extension ContractObservation {
    /// Reports an event whose name outside of the payload the document does not have.
    package func observe<Event: APIValue>(_ event: Event, named name: ByteText) {
        let memory = ObservationMemory.take()
        defer { memory.giveBack() }
        let difference = DecodingObservation.Finding(.value, 0, Event.self)
        let key = JSONKeyHash.shared.combine(difference.group, name.shortHash)
        if memory.verdict(of: key) == .none { memory.keep(key, isDocumented: !event.isUnknownAlternative) }
        guard memory.verdict(of: key) != .documented else { return }
        tell(.value, identity: difference.identity, type: difference.group) {
            ("", "", String(describing: Event.self), .string)
        }
    }
}
