import ApusJSON

/// The path and the query of a URL or of a path.
package struct RequestAddress {
    package let path: String
    /// The pairs of the query, decoded, in their order.
    package let query: [(name: String, value: String)]

    package init(_ url: String) {
        let bytes = Array(url.utf8.prefix { $0 != UInt8(ascii: "#") })
        let question = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        var path = bytes[..<question]
        if let colon = path.firstIndex(of: UInt8(ascii: ":")), path[colon...].starts(with: Array("://".utf8)) {
            path = path[(colon + 3)...]
            path = path[(path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex)...]
        } else if path.starts(with: Array("//".utf8)) {
            path = path.dropFirst(2)
            path = path[(path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex)...]
        }
        self.path = String(decoding: path, as: UTF8.self)
        query = FormPairs.read(bytes[question...].dropFirst())
    }
}

/// Pairs of a query or of a form (WHATWG URL, `application/x-www-form-urlencoded`).
package enum FormPairs {
    package static func read(_ bytes: some Collection<UInt8>) -> [(name: String, value: String)] {
        bytes.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (name: decode(parts[0]), value: parts.count > 1 ? decode(parts[1]) : "")
        }
    }

    private static func decode(_ bytes: some Collection<UInt8>) -> String {
        let spaced = bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return JSONPointer.decodePercent(String(decoding: spaced, as: UTF8.self))
    }
}
