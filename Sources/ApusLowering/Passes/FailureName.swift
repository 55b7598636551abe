import ApusModel

/// The name of failures after what they hold: `Problem401Or404Failure`, `Status404Failure` without a body, `ProblemFailure` for `default`
/// alone. A payload that is called like its status needs no number: `UnauthorizedOrNotFoundFailure`.
enum FailureName {
    /// nil where a name would not tell all of it: several content types for a status, payloads without a name of their own, cases that the
    /// document names otherwise than their status; and where it would be longer than a name may be, which nobody would choose.
    ///
    /// - Parameter headers: Those of the module, named already.
    static func make(_ failure: FailureDecl, headers: [HeadersDecl], names: [TypeID: [String]]) -> String? {
        var payloads: [String] = []
        var statuses: [String: [ResponseCase.Status]] = [:]
        for response in sort(failure.cases) {
            guard response.payloads.count < 2, response.name == StatusNames.caseName(of: response.status),
                let payload = words(of: response.payloads.first, names)
            else { return nil }
            if statuses[payload] == nil { payloads.append(payload) }
            statuses[payload, default: []].append(response.status)
        }
        var words: [String] = []
        for payload in payloads {
            let part = describe(payload, statuses[payload] ?? [])
            words += words.isEmpty ? part : ["Or"] + part
        }
        words.append("Failure")
        if let decl = headers.find(failure.headers) {
            if decl.isNested { return nil }
            words += ["With", decl.name]
        }
        return Identifiers.join(words: words)
    }

    /// Exact statuses first, then ranges, then the rest; each in order.
    static func sort(_ cases: [ResponseCase]) -> [ResponseCase] {
        cases.sorted { rank($0.status) < rank($1.status) }
    }

    private static func rank(_ status: ResponseCase.Status) -> Int {
        switch status {
        case .code(let code): code
        case .range(let hundred): 10_000 + hundred
        case .otherwise: 100_000
        }
    }

    /// `Problem`, `401`, `Or`, `404`
    private static func describe(_ payload: String, _ statuses: [ResponseCase.Status]) -> [String] {
        if statuses == [.otherwise] { return [payload.isEmpty ? "Other" : payload] }
        if statuses.count == 1, payload == Identifiers.type(StatusNames.caseName(of: statuses[0])) { return [payload] }
        var words = [payload.isEmpty ? "Status" : payload]
        for (index, status) in statuses.enumerated() {
            let text = status == .otherwise ? "Other" : StatusNames.text(of: status)
            words += index == 0 ? [text] : ["Or", text]
        }
        return words
    }

    /// An absent payload has no words.
    private static func words(of payload: Payload?, _ names: [TypeID: [String]]) -> String? {
        guard let payload else { return "" }
        guard let type = words(of: payload.type, names) else { return nil }
        switch payload.coding {
        case .json: return type
        case .jsonOrXML: return type + "JSONOrXML"
        case .xml: return type + "XML"
        case .text: return type + "Text"
        case .form: return type + "Form"
        case .bytes, .stream: return "Bytes"
        case .multipart, .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence: return nil
        }
    }

    private static func words(of type: TypeRef, _ names: [TypeID: [String]]) -> String? {
        switch type {
        case .named(let id): names[id]?.joined()
        case .scalar(let scalar): scalar.rawValue
        case .json: "JSON"
        case .array(let element): words(of: element, names).map { $0 + "List" }
        default: nil
        }
    }
}
