internal import ApusJSON

/// The differences that one decoding finds. It exists only where they are observed.
struct DecodingObservation {
    /// A difference at an entry of the tape.
    struct Finding {
        let kind: ContractDifference.Kind
        /// The tape index of the value, or of the object with or without the member.
        let index: Int
        let name: Name
        /// nil where no model is concerned.
        let type: Any.Type?
        /// Hashes kind, type and name.
        let identity: UInt64
        /// The identity of the type.
        let group: UInt64

        init(_ kind: ContractDifference.Kind, _ index: Int, _ type: Any.Type?, _ name: Name = .none, hash: UInt64 = 0) {
            self.kind = kind
            self.index = index
            self.name = name
            self.type = type
            group = DecodingObservation.identity(of: type)
            let both = JSONKeyHash.shared.combine(group, ByteText(kind.rawValue).shortHash)
            identity = JSONKeyHash.shared.combine(both, hash)
        }
    }

    enum Name {
        case none
        /// The tape index of a key.
        case key(Int)
        case text(String)
    }

    /// The differences of one body: computing each pointer takes a walk.
    static let limit = 100

    let memory: ObservationMemory
    private(set) var findings: [Finding] = []
    /// The unions around the current value, outermost first.
    private var unions: [ObservedUnion] = []
    /// Hashes the types of ``unions``.
    private var context: UInt64 = 0
    /// The tape indexes of maps with findings in them, and of single keys: these keys are data.
    private var hidden: Set<Int> = []
    /// The innermost model in which the decoding failed, or the enumeration whose value failed.
    private var failedType: Any.Type?
    private var hasFailedForValue = false
    /// The entries that searches in unions may still visit: some dozens of times the entries of the body.
    private var budget: Int

    init(_ memory: ObservationMemory, entries count: Int) {
        self.memory = memory
        budget = UnionAttempts.limit(entries: count)
    }

    static func identity(of type: Any.Type?) -> UInt64 {
        type.map { UInt64(UInt(bitPattern: ObjectIdentifier($0))) } ?? 0
    }

    /// - Returns: false where no further difference of the type is kept.
    @discardableResult
    mutating func note(_ finding: Finding) -> Bool {
        guard findings.count < Self.limit else { return false }
        var count = 0
        for other in findings where other.group == finding.group {
            if other.identity == finding.identity { return true }
            count += 1
        }
        guard count < ContractObserver.limitOfType else { return false }
        findings.append(finding)
        return true
    }

    /// Removes the findings of an abandoned attempt.
    mutating func truncate(to count: Int) {
        (failedType, hasFailedForValue) = (nil, false)
        guard findings.count > count else { return }
        findings.removeLast(findings.count - count)
        memory.begin()
    }

    mutating func restart() {
        truncate(to: 0)
        (unions, context, hidden) = ([], 0, [])
    }

    /// Hides the keys of a map, or a key, where findings since `count` are in it.
    mutating func hideKeys(of index: Int, since count: Int) {
        if findings.count > count { hidden.insert(index) }
    }
}

/// Failures: the difference that ends a decoding, or that the client drops.
extension DecodingObservation {
    mutating func noteModel(ofFailure type: Any.Type) {
        if failedType == nil { failedType = type }
    }

    mutating func noteEnumeration(ofFailure type: Any.Type) {
        (failedType, hasFailedForValue) = (type, true)
    }

    mutating func note(_ failure: DecodingState.Failure, in entries: UnsafePointer<JSONTape.Entry>) {
        let (type, isValue) = (failedType, hasFailedForValue)
        (failedType, hasFailedForValue) = (nil, false)
        // A name that cannot be a key is no difference to the document.
        if entries[failure.index].kind == .key { return }
        if isValue {
            note(Finding(.value, failure.index, type))
        } else if let member = failure.missingMember {
            note(Finding(.missingMember, failure.index, type, .text(member), hash: ByteText(member).shortHash))
        } else {
            note(unexpectedTypeAt: failure.index, in: entries, of: type)
        }
    }

    /// Members of one name in one type are one difference.
    mutating func note(unexpectedTypeAt index: Int, in entries: UnsafePointer<JSONTape.Entry>, of type: Any.Type? = nil)
    {
        // Only the value of a member follows a key.
        let isMember = index > 0 && entries[index - 1].kind == .key
        note(Finding(.type, index, type, hash: isMember ? UInt64(entries[index - 1].keyHash) : 0))
    }
}

/// Unions around values.
extension DecodingObservation {
    mutating func enter(_ union: ObservedUnion) {
        unions.append(ObservedUnion(union, outside: context))
        context = JSONKeyHash.shared.combine(context, Self.identity(of: union.type))
    }

    mutating func leave() {
        if let union = unions.popLast() { context = union.outside }
    }

    /// Hashes a type where names of an object at `index` have one meaning.
    func place(of type: Any.Type, at index: Int) -> UInt64 {
        let isAlternative = unions.last?.index == index
        return JSONKeyHash.shared.combine(Self.identity(of: type), context &+ (isAlternative ? 1 : 0))
    }

    /// Whether a union around an object declares its member, as a discriminator or in another alternative.
    mutating func isDocumented(_ key: Int, of object: Int, _ state: DecodingState) -> Bool {
        guard !unions.isEmpty else { return false }
        let name = ByteText(state.text(of: state.entries[key]))
        for union in unions.reversed() where union.documents(name, of: object, state, &budget) { return true }
        // Rather no difference than a wrong one.
        return budget <= 0
    }

    /// Whether a value of `count` entries may be written to see what it is.
    mutating func mayWrite(entries count: Int) -> Bool {
        budget -= count
        return budget > 0
    }
}

extension DecodingObservation {
    /// Reports the findings while the tape exists.
    func report(by state: DecodingState, to observation: ContractObservation) {
        for finding in findings {
            observation.tell(finding.kind, identity: finding.identity, type: finding.group) {
                let type = finding.type.map { String(describing: $0) } ?? ""
                return (pointer(to: finding.index, state), name(finding.name, state), type, seen(finding, state))
            }
        }
    }

    private func seen(_ finding: Finding, _ state: DecodingState) -> ContractDifference.JSONType? {
        switch finding.kind {
        case .missingMember, .status, .contentType: nil
        case .member:
            if case .key(let key) = finding.name { .init(state.entries[key + 1]) } else { nil }
        case .value, .type: .init(state.entries[finding.index])
        }
    }

    private func name(_ name: Name, _ state: DecodingState) -> String {
        switch name {
        case .none: ""
        case .key(let key): ShownText.short(state.text(of: state.entries[key]), most: ContractDifference.longestName)
        case .text(let text): text
        }
    }

    private static let mostSteps = 32

    private func pointer(to target: Int, _ state: DecodingState) -> String {
        var text = ""
        var container = 0
        var steps = 0
        while let (key, value) = state.child(of: container, towards: target) {
            steps += 1
            if steps > Self.mostSteps { return text + "/…" }
            if let key, !hidden.contains(container), !hidden.contains(key) {
                text += "/" + JSONPointer.escape(name(.key(key), state))
            } else {
                text += "/*"
            }
            container = value
        }
        return text
    }
}

extension DecodingState {
    /// The child of a container that is, or contains, the entry `target`, with its key; nil for the entry itself.
    func child(of container: Int, towards target: Int) -> (key: Int?, value: Int)? {
        let kind = entries[container].kind
        guard container != target, kind == .object || kind == .array else { return nil }
        var child = container + 1
        while child < entries[container].end {
            let value = kind == .object ? child + 1 : child
            let next = entries[value].next(after: value)
            if target < next { return (kind == .object ? child : nil, value) }
            child = next
        }
        return nil
    }
}
