extension ResponseReader {
    /// Whether nothing came that could be a value: no byte, or blanks and line ends alone, which some servers end every body with.
    var isAbsent: Bool {
        body == nil && bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// What stands for a body that did not come: nil where null is allowed, else a problem that says so. Strict reading tells of every body
    /// that could have come.
    mutating func absent<Value: APIValue>() -> Value {
        guard problem == nil else { return JSONBridge.placeholder() }
        let absence = absence
        var found: DecodingProblem?
        let value: Value = JSONBridge.decode(Array("null".utf8), as: Value.self, problem: &found)
        if let found {
            report(DecodingProblem(path: "", offset: 0, expected: found.expected, found: absence))
        } else if isStrict || wasCoded, !hasBodilessStatus {
            report(DecodingProblem(path: "", offset: 0, expected: "a body", found: absence))
        }
        return value
    }

    /// An object without members for an empty body, where none has to be there and strict reading is off; nil elsewhere. An element without
    /// children says no more, and services that answer in XML send nothing in its place when all they have to say is in the headers.
    func memberless<Value: APIValue>() -> Value? {
        guard problem == nil, !isStrict, !wasCoded, Value.self is any ObjectCoding.Type else { return nil }
        var found: DecodingProblem?
        let value: Value = JSONBridge.decode(Array("{}".utf8), as: Value.self, problem: &found)
        return found == nil ? value : nil
    }

    /// Whether something was sent of which nothing is left once its content coding is undone: the rest of a compressed body that was cut off, of
    /// which not every transport tells.
    private var wasCoded: Bool {
        headers[.contentEncoding] != nil && headers[.contentLength] != "0"
    }

    private var absence: String {
        hasBodilessStatus ? "no body, as status \(status) has none" : "an empty body"
    }

    /// Statuses that have no body, whatever is documented (RFC 9110, 6.4.1 and 15.3.6).
    private var hasBodilessStatus: Bool {
        [204, 205, 304].contains(status) || (100..<200).contains(status)
    }
}
