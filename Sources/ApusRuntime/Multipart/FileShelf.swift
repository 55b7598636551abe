/// Holds the files of one body while the rest becomes a tree in which tokens represent them.
struct FileShelf: Sendable {
    /// Generated for one encoding, so that no text of the caller can equal a token.
    private let prefix: String
    private(set) var files: [FilePart] = []

    init() {
        prefix = "file-\(PKCE.makeRandomText())-"
    }

    mutating func add(_ file: FilePart) -> String {
        files.append(file)
        return prefix + String(files.count - 1)
    }

    func file(for token: String) -> FilePart? {
        guard token.begins(with: prefix), let index = Int(Substring(token.utf8.dropFirst(prefix.utf8.count))),
            files.indices.contains(index)
        else { return nil }
        return files[index]
    }

    /// The value with base64 in place of the tokens.
    func inlining(_ value: JSONValue) throws(EncodingProblem) -> JSONValue {
        if files.isEmpty { return value }
        switch value {
        case .string(let text):
            guard let file = file(for: text) else { return value }
            return try JSONValue(encoding: file, for: .request)
        case .array(let elements):
            var inlined: [JSONValue] = []
            for element in elements { inlined.append(try inlining(element)) }
            return .array(inlined)
        case .object(let object):
            var members: [JSONObject.Member] = []
            for member in object { members.append(.init(key: member.key, value: try inlining(member.value))) }
            return .object(JSONObject(unique: members))
        default: return value
        }
    }
}

extension EncodingState {
    /// The token for a file; nil where files are not collected.
    mutating func shelve(_ file: FilePart) -> String? {
        shelf?.add(file)
    }
}

extension JSONEncoding {
    /// The tree that a value writes for a request, and its files.
    static func tree<T: APIValue>(_ value: T) throws(EncodingProblem) -> (tree: JSONValue, files: FileShelf) {
        var state = EncodingState(style: .request)
        defer { state.deallocate() }
        state.shelf = FileShelf()
        state.writesUnknown = false
        write(value, to: &state)
        if let problem = state.problem { throw problem }
        do {
            return (try JSONDecoding.decode(JSONValue.self, from: state.written), state.shelf ?? FileShelf())
        } catch {
            throw EncodingProblem(path: error.path, reason: .unrepresentable(error.description))
        }
    }
}
