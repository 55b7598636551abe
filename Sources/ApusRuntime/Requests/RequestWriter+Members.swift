internal import HTTPTypes

extension RequestWriter {
    /// Adds members to the body, or replaces those of the same name.
    mutating func addMembers(_ members: JSONObject) {
        if members.isEmpty || problem != nil { return }
        switch body.content {
        case .none:
            setBody(.bytes(JSONBridge.encode(.object(members))), "application/json")
        case .bytes(let bytes) where isForm:
            do throws(EncodingProblem) {
                let pairs = try FormEncoder(parts: [:]).pairs(try WrittenValue(JSONValue.object(members)))
                let heads = members.keys.map { PercentEncoding.form.encode($0) }
                let others = formPairs(bytes).filter { pair in
                    // `name=value`, and `name[part]=value` of a nested member.
                    let head = pair.prefix { $0 != "=" }
                    return !heads.contains { head == $0 || head.hasPrefix($0 + "%5B") }
                }
                body = .text((others + pairs).joined(separator: "&"))
            } catch {
                report(EncodingProblem(path: "body.\(error.path)", reason: error.reason))
            }
        case .bytes(let bytes):
            guard isJSON, case .object(var object)? = JSONBridge.decode(bytes) else { return reportNoObject() }
            for member in members { object[member.key] = member.value }
            body = .bytes(JSONBridge.encode(.object(object)))
        case .stream: reportNoObject()
        }
    }

    private mutating func reportNoObject() {
        report("body", "members can be added only to a JSON object or a form")
    }

    private var isJSON: Bool {
        headers[.contentType].flatMap { ContentType($0) }?.isJSON == true
    }

    var isForm: Bool {
        headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
    }

    func formPairs(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "&").map(String.init)
    }
}
