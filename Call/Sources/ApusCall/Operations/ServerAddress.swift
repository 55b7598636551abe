internal import ApusModel
internal import ApusRuntime

/// The address of a server of the document.
enum ServerAddress {
    /// The URL with each variable at its default.
    static func url(of server: ServerDecl) -> ServerURL {
        var text = server.url
        for variable in server.variables {
            text = text.replacing("{\(variable.key)}", with: Self.text(of: variable.defaultValue))
        }
        return ServerURL(text)
    }

    /// Whether a request needs another URL to be sent to: the document has a path only.
    static func isRelative(_ server: ServerDecl) -> Bool {
        !server.url.contains("://") && !server.url.hasPrefix("{")
    }

    private static func text(of value: LiteralValue) -> String {
        switch value {
        case .string(let text), .integer(let text), .double(let text), .enumCase(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .emptyArray, .emptyDictionary, .array, .object, .json: ""
        }
    }
}
