/// Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1) into an object of strings.
enum FormDecoder {
    /// - Parameter contentType: The content type, whose `charset` is the encoding of the texts; UTF-8 by default.
    static func decode(_ bytes: [UInt8], contentType: String? = nil) throws(DecodingProblem) -> JSONValue {
        var pairs: [(name: String, value: JSONValue)] = []
        // Split by bytes: a combining mark after a delimiter would form one character with it.
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try text(halves.first ?? [], contentType, path: "")
            let value = try text(halves.count > 1 ? halves[1] : [], contentType, path: name)
            pairs.append((name, .string(value)))
        }
        return .object(JSONObject(grouping: pairs))
    }

    private static func text(
        _ escaped: ArraySlice<UInt8>, _ contentType: String?, path: String
    ) throws(DecodingProblem) -> String {
        let bytes = FormText.unescape(escaped)
        if let text = BodyText.decode(bytes, contentType: contentType) { return text }
        throw .noText(of: contentType, bytes.count, path: path)
    }
}

extension JSONObject {
    /// Members by name, in order of first occurrence; a repeated name becomes an array.
    init(grouping pairs: [(name: String, value: JSONValue)]) {
        var names: [ByteText] = []
        var values: [ByteText: [JSONValue]] = [:]
        for (name, value) in pairs {
            let name = ByteText(name)
            if values[name] == nil { names.append(name) }
            values[name, default: []].append(value)
        }
        self.init(
            unique: names.map { name in
                let all = values[name] ?? []
                return Member(key: name.text, value: all.count == 1 ? all[0] : .array(all))
            })
    }
}
