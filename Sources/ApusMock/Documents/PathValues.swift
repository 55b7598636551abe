import ApusContract
import ApusJSON
import ApusSpec

/// The values of the parameters that are whole segments of a path.
struct PathValues {
    /// In the order of the path.
    private(set) var all: [(name: String, value: String)] = []

    /// Segments are compared from the end, since a base path may precede them.
    init(_ operation: Operation, target: String) {
        let template = Self.segments(of: operation.path)
        let segments = Self.segments(of: RequestAddress(target).path)
        for (part, segment) in zip(template.reversed(), segments.reversed()) {
            guard let name = Self.parameter(in: part) else { continue }
            all.insert((name, JSONPointer.decodePercent(segment)), at: 0)
        }
    }

    func value(of name: String) -> String? { all.first { $0.name.utf8.elementsEqual(name.utf8) }?.value }

    static func segments(of path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }

    /// `{id}` → `id`; nil for a segment that has anything else.
    static func parameter(in segment: String) -> String? {
        guard segment.utf8.first == UInt8(ascii: "{"), segment.utf8.last == UInt8(ascii: "}") else { return nil }
        let name = segment.utf8.dropFirst().dropLast()
        return name.contains(UInt8(ascii: "{")) ? nil : String(Substring(name))
    }
}
