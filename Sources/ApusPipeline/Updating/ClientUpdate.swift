/// The result of fetching one client's document, before anything is written.
public struct ClientUpdate: Sendable {
    public enum Outcome: Sendable {
        /// The server says, or the bytes show, that the document is the stored one.
        case unchanged
        /// There was no document before, or it is not kept.
        case first
        case changed
        /// A client without an address: nothing to fetch.
        case local
        /// Nothing of this client is written; with the reason.
        case failed(String)
    }

    public let name: String
    public let outcome: Outcome
    /// The changes for callers; nil without an old document.
    public let comparison: DocumentComparison.Outcome?
    /// The targets of overlays that selected something in the old document and select nothing now.
    public let lostTargets: [String]
    /// What would be generated; nil where nothing is.
    public let rehearsal: ClientReport?
    let document: NewDocument?

    /// A document to be written and recorded.
    struct NewDocument: Sendable {
        let bytes: [UInt8]
        let source: ClientSource?
        let entry: WorkspaceLock.Entry
        /// The document before this one, where its names are kept.
        var previous: [UInt8]?
    }

    init(
        _ name: String, _ outcome: Outcome, comparison: DocumentComparison.Outcome? = nil, lostTargets: [String] = [],
        rehearsal: ClientReport? = nil, document: NewDocument? = nil
    ) {
        self.name = name
        self.outcome = outcome
        self.comparison = comparison
        self.lostTargets = lostTargets
        self.rehearsal = rehearsal
        self.document = document
    }

    public var isFailure: Bool {
        if case .failed = outcome { true } else { rehearsal?.isFailure ?? false }
    }

    /// The report: what happened to the document, the changes for callers, and the overlays' targets that stopped matching.
    public var text: String {
        var text =
            switch outcome {
            case .unchanged: "\(name): the document has not changed\n"
            case .first: "\(name): this is the first document that is recorded\n"
            case .changed: "\(name): there is a new document\n"
            case .local: "\(name): the document has no address to fetch it from\n"
            case .failed(let reason): "\(name): \(reason)\n"
            }
        if let comparison {
            text += comparison.print(.text) ?? "the changes are not known, because the old document has errors\n"
        }
        for target in lostTargets { text += "overlay    \(target) selects nothing any more\n" }
        return text
    }
}
