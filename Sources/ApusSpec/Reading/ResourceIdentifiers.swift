import ApusJSON
import ApusSource

/// The `$id`s and anchors of one file (JSON Schema 2020-12, section 8.2). Found by one walk when the file has any.
struct ResourceIdentifiers {
    struct Base {
        /// The base URI of references.
        let address: String
        /// The schema with the `$id`.
        let pointer: String
    }

    /// The document's own URI, from `$self`.
    private(set) var address: String?
    private var addresses: [String: String] = [:]
    private var bases: [String: String] = [:]
    /// By the pointer of the resource's root: two embedded resources may use the same anchors.
    private var anchors: [String: [String: String]] = [:]

    /// `$self` (3.2) identifies the file itself. Before 3.1 there are no identifiers.
    init(root: SourceNode, dialect: Dialect) {
        guard dialect.version >= .openAPI31 else { return }
        address = root["$self"]?.string
        if let address { addresses[address] = "" }
        if Self.mentionsIdentifiers(root) { collect(from: root, address: address ?? "") }
    }

    /// A walk that builds no pointers, because most files have no identifiers.
    private static func mentionsIdentifiers(_ root: SourceNode) -> Bool {
        var pending = [root]
        while let node = pending.popLast() {
            switch node.content {
            case .mapping(let mapping):
                for entry in mapping.entries {
                    if entry.value.isContainer {
                        pending.append(entry.value)
                    } else if entry.key == "$id" || entry.key == "$anchor" || entry.key == "$dynamicAnchor" {
                        return true
                    }
                }
            case .sequence(let items): pending.append(contentsOf: items)
            default: break
            }
        }
        return false
    }

    func pointer(ofAddress address: String) -> String? {
        addresses[address]
    }

    /// The anchor of the resource whose root is at `base` (section 8.2.2), otherwise the first with that name in the
    /// file: authors move parts into separate resources without changing references.
    func pointer(ofAnchor name: String, in base: String) -> String? {
        anchors[name].flatMap { $0[base] ?? $0.values.min() }
    }

    /// The nearest schema around a location that has a `$id`; nil for the file itself.
    func findBase(of pointer: String) -> Base? {
        if bases.isEmpty { return nil }
        var prefix = pointer[...]
        while true {
            if let address = bases[String(prefix)] { return Base(address: address, pointer: String(prefix)) }
            guard let slash = prefix.lastIndex(of: "/") else { return nil }
            prefix = prefix[..<slash]
        }
    }

    /// Members with values, in which `$id` is data.
    private static let values: Set<String> = ["example", "examples", "default", "enum", "const"]

    /// With an explicit list instead of recursion, because it walks the whole file.
    private mutating func collect(from root: SourceNode, address: String) {
        var pending = [(node: root, pointer: "", base: Base(address: address, pointer: ""))]
        while let (node, pointer, outer) = pending.popLast() {
            switch node.content {
            case .mapping(let mapping):
                let base = record(mapping, at: pointer, in: outer)
                for entry in mapping.entries where entry.value.isContainer && !Self.values.contains(entry.key) {
                    pending.append((entry.value, pointer + "/" + JSONPointer.escape(entry.key), base))
                }
            case .sequence(let items):
                for (index, item) in items.enumerated() where item.isContainer {
                    pending.append((item, pointer + "/" + String(index), outer))
                }
            default: break
            }
        }
    }

    /// The base URI inside the mapping.
    private mutating func record(_ mapping: SourceMapping, at pointer: String, in outer: Base) -> Base {
        var base = outer
        if let id = mapping["$id"]?.string, !id.hasPrefix("#") {
            base = Base(address: URIReference.resolve(id, against: outer.address), pointer: pointer)
            bases[pointer] = base.address
            if addresses[base.address] == nil { addresses[base.address] = pointer }
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            guard let name = mapping[keyword]?.string, anchors[name]?[base.pointer] == nil else { continue }
            anchors[name, default: [:]][base.pointer] = pointer
        }
        return base
    }
}

extension SourceNode {
    fileprivate var isContainer: Bool {
        switch content {
        case .mapping, .sequence: true
        default: false
        }
    }
}
