import ApusPlatform

/// A path without links, as far as it exists.
struct RealPath: Equatable {
    /// The deepest existing part, absolute and without links.
    let known: String
    /// The parts to create below it.
    let rest: [String]

    /// The whole path.
    var text: String {
        known == "/" ? "/" + rest.joined(separator: "/") : ([known] + rest).joined(separator: "/")
    }

    /// - Parameter path: An absolute path, or one relative to the working folder; the empty one is that folder.
    init(_ path: String) {
        var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        var missing: [String] = []
        while true {
            let prefix = (isAbsolute ? "/" : "./") + parts.joined(separator: "/")
            if let real = Self.resolve(prefix) {
                (known, rest) = Self.resolve(real, missing)
                return
            }
            guard let last = parts.popLast() else {
                (known, rest) = Self.resolve("/", missing)
                return
            }
            missing.insert(last, at: 0)
        }
    }

    /// The parts below a folder; nil if the path is not inside it.
    ///
    /// - Parameter folder: A resolved path.
    func parts(below folder: String) -> [String]? {
        let own = text.utf8.split(separator: UInt8(ascii: "/"))
        let outer = folder.utf8.split(separator: UInt8(ascii: "/"))
        guard own.count >= outer.count, zip(own, outer).allSatisfy({ $0.elementsEqual($1) }) else { return nil }
        return own.dropFirst(outer.count).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Dot segments below the existing part: their parent folder is still to be created, so they cannot lead elsewhere.
    private static func resolve(_ known: String, _ missing: [String]) -> (String, [String]) {
        var known = known
        var rest: [String] = []
        for part in missing where part != "." {
            if part != ".." {
                rest.append(part)
            } else if rest.popLast() == nil {
                let outer = known.utf8.split(separator: UInt8(ascii: "/")).dropLast()
                known = "/" + outer.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
            }
        }
        return (known, rest)
    }

    private static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
