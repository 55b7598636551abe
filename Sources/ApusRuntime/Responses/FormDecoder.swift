/// Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1) into an object of strings.
enum FormDecoder {
    static func decode(_ bytes: [UInt8]) -> JSONValue {
        // By bytes: an accent after a delimiter would make another character of it.
        let pairs = bytes.split(separator: UInt8(ascii: "&")).map { pair in
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let value = FormText.decode(halves.count > 1 ? halves[1] : [])
            return (name: FormText.decode(halves.first ?? []), value: JSONValue.string(value))
        }
        return .object(JSONObject(grouping: pairs))
    }
}

extension JSONObject {
    /// Members by name, in the order in which the names come first; a name that comes more than once is a list.
    init(grouping pairs: [(name: String, value: JSONValue)]) {
        var names: [String] = []
        var values: [String: [JSONValue]] = [:]
        for (name, value) in pairs {
            if values[name] == nil { names.append(name) }
            values[name, default: []].append(value)
        }
        self.init(
            unique: names.map { name in
                let all = values[name] ?? []
                return Member(key: name, value: all.count == 1 ? all[0] : .array(all))
            })
    }
}
