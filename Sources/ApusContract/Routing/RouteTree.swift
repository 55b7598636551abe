import ApusJSON
import ApusSource
import ApusSpec

/// The operations of a document by the segments of their paths, below the base paths of their servers. A literal segment is preferred to one
/// with a parameter (OpenAPI 3.1, section 4.8.8.2).
struct RouteTree {
    private final class Node {
        var literals: [SourceKey: Node] = [:]
        /// Segments with parameters, the more specific first.
        var patterns: [(pattern: SegmentPattern, node: Node)] = []
        var operations: [SourceKey: Operation] = [:]
    }

    private let root = Node()

    init(_ document: Document) {
        for operation in document.paths.flatMap(\.operations) {
            let servers = operation.servers.isEmpty ? document.servers : operation.servers
            let bases = servers.map { Self.path(ofServer: $0.url) } + [""]
            for base in bases {
                var node = root
                for segment in Self.segments(of: base + operation.path) { node = Self.step(from: node, segment) }
                let method = SourceKey(operation.method)
                if node.operations[method] == nil { node.operations[method] = operation }
            }
        }
    }

    private static func step(from node: Node, _ segment: String) -> Node {
        guard segment.utf8.contains(UInt8(ascii: "{")) else {
            let key = SourceKey(JSONPointer.decodePercent(segment))
            let next = node.literals[key] ?? Node()
            node.literals[key] = next
            return next
        }
        let pattern = SegmentPattern(segment)
        if let known = node.patterns.first(where: { $0.pattern == pattern }) { return known.node }
        let next = Node()
        let place = node.patterns.firstIndex { $0.pattern.literalCount < pattern.literalCount }
        node.patterns.insert((pattern, next), at: place ?? node.patterns.count)
        return next
    }

    /// The operation of a request, by its method and the path of its URL.
    func find(_ method: String, path: String) -> Operation? {
        let name = SourceKey(method)
        return nodes(at: path).lazy.compactMap { $0.operations[name] }.first
    }

    /// The methods of the operations at a path, in alphabetical order.
    func methods(at path: String) -> [String] {
        Set(nodes(at: path).flatMap { $0.operations.values.map(\.method) }).sorted()
    }

    private func nodes(at path: String) -> [Node] {
        var front = [root]
        let segments = Self.segments(of: path)
        guard segments.count <= 1_000 else { return [] }
        for segment in segments {
            let text = JSONPointer.decodePercent(segment)
            let key = SourceKey(text)
            front = front.flatMap { node in
                (node.literals[key].map { [$0] } ?? [])
                    + node.patterns.filter { $0.pattern.matches(text) }.map(\.node)
            }
            if front.isEmpty { return [] }
        }
        return front
    }

    /// `https://api.example.com/{version}/x` → `/{version}/x`
    private static func path(ofServer url: String) -> String {
        RequestAddress(url).path
    }

    private static func segments(of path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }
}

/// A segment with parameters: `{id}`, `{id}.json`, `{from}-{to}`.
struct SegmentPattern: Equatable {
    /// The literals around the parameters: one more than there are parameters.
    private var literals: [[UInt8]] = [[]]

    var literalCount: Int { literals.reduce(0) { $0 + $1.count } }

    init(_ segment: String) {
        var isInside = false
        for byte in segment.utf8 {
            switch byte {
            case UInt8(ascii: "{"):
                isInside = true
                literals.append([])
            case UInt8(ascii: "}") where isInside: isInside = false
            default:
                if !isInside { literals[literals.count - 1].append(byte) }
            }
        }
    }

    /// Each parameter takes at least one byte, and as few as possible.
    func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = literals.first, let last = literals.last, bytes.starts(with: first),
            bytes.count >= first.count + last.count + literals.count - 1,
            bytes.suffix(last.count).elementsEqual(last)
        else { return false }
        var place = first.count
        let end = bytes.count - last.count
        for literal in literals.dropFirst().dropLast() where !literal.isEmpty {
            place += 1
            while place + literal.count <= end, !bytes[place...].starts(with: literal) { place += 1 }
            guard place + literal.count <= end else { return false }
            place += literal.count
        }
        return literals.count < 2 || place < end
    }
}
