extension ResponseReader {
    /// Whether the body is absent: no byte, or only white space, which some servers append to every body.
    var isAbsent: Bool {
        body == nil && bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// The value of an absent body: nil where null is allowed, otherwise a problem that says so. Strict reading reports
    /// every absent body that is not required to be absent.
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

    /// Whether a body was received that is empty after decompression: the rest of a truncated compressed body, which
    /// not every transport reports.
    private var wasCoded: Bool {
        headers[.contentEncoding] != nil && headers[.contentLength] != "0"
    }

    /// An object without members for an empty body, where none is required and strict reading is off; nil otherwise. An
    /// element without children has the same content, and services with XML responses send nothing when all the data is
    /// in the headers.
    func memberless<Value: APIValue>() -> Value? {
        guard problem == nil, !isStrict, Value.self is any ObjectCoding.Type else { return nil }
        var found: DecodingProblem?
        let value: Value = JSONBridge.decode(Array("{}".utf8), as: Value.self, problem: &found)
        return found == nil ? value : nil
    }

    private var absence: String {
        hasBodilessStatus ? "no body, as status \(status) has none" : "an empty body"
    }

    /// Statuses without a body, whatever the document declares (RFC 9110, 6.4.1 and 15.3.6).
    private var hasBodilessStatus: Bool {
        [204, 205, 304].contains(status) || (100..<200).contains(status)
    }
}
