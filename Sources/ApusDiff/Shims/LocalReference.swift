import ApusJSON
import ApusSource

/// References inside of one document: `#/components/schemas/Pet`.
enum LocalReference {
    /// The references that an object has itself, those of a discriminator's `mapping` included.
    static func targets(of mapping: SourceMapping) -> [String] {
        let values = mapping["discriminator"]?["mapping"]?.mapping?.entries.map(\.value) ?? []
        return ([mapping["$ref"]].compactMap(\.self) + values).compactMap(\.string).filter { $0.hasPrefix("#/") }
    }

    /// `#/components/schemas/a~1b` → `["components", "schemas", "a/b"]`; nil for a reference to another document.
    static func split(_ reference: String) -> [String]? {
        guard reference.hasPrefix("#/") else { return nil }
        return JSONPointer.split(JSONPointer.decodePercent(String(reference.dropFirst())))
    }

    static func join(_ tokens: [String]) -> String {
        "#" + tokens.map { "/" + JSONPointer.escape($0) }.joined()
    }

    /// The component that a location is in; nil for one that is in no component.
    static func component(_ tokens: [String]) -> [String]? {
        let count = tokens.first == "components" ? 3 : 2
        let isSection = ["components", "definitions", "parameters", "responses"].contains(tokens.first)
        return isSection && tokens.count >= count ? Array(tokens.prefix(count)) : nil
    }
}

extension SourceMapping {
    /// The same keys with other values.
    func mapValues(_ change: (_ key: String, _ value: SourceNode) -> SourceNode) -> SourceMapping {
        SourceMapping(entries.map { Entry(key: $0.key, keyMark: $0.keyMark, value: change($0.key, $0.value)) })
    }
}

extension SourceNode {
    /// The value at a location; nil where there is none.
    func find(_ tokens: some Collection<String>) -> SourceNode? {
        var node = self
        for token in tokens {
            let next: SourceNode? =
                if let items = node.sequence {
                    Int(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
                } else { node[token] }
            guard let next else { return nil }
            node = next
        }
        return node
    }

    /// The mapping with one member more, or with another value of it.
    func setting(_ key: String, to value: SourceNode) -> SourceNode {
        var entries = mapping?.entries ?? []
        let entry = SourceMapping.Entry(key: key, keyMark: value.mark, value: value)
        if let index = mapping?.index(of: key) { entries[index] = entry } else { entries.append(entry) }
        return SourceNode(.mapping(SourceMapping(entries)), mark: mark)
    }

    /// The tree with a value at a location; mappings on the way to it are made where they are missing.
    func adding(_ value: SourceNode, at path: [String]) -> SourceNode {
        guard let key = path.first else { return value }
        let inner = self[key] ?? SourceNode(.mapping(SourceMapping()), mark: value.mark)
        return setting(key, to: inner.adding(value, at: Array(path.dropFirst())))
    }

    /// The tree with more members in the mapping at a location.
    func adding(_ entries: [SourceMapping.Entry], to path: [String]) -> SourceNode {
        let all = (find(path)?.mapping?.entries ?? []) + entries
        return adding(SourceNode(.mapping(SourceMapping(all)), mark: entries.first?.value.mark ?? mark), at: path)
    }

    /// An Operation Object or a Schema Object that is deprecated for a reason; a schema that is a boolean or only a reference stays as it is.
    func deprecated(_ reason: String) -> SourceNode {
        guard mapping != nil, self["$ref"] == nil else { return self }
        return setting("deprecated", to: SourceNode(.boolean(true), mark: mark))
            .setting("x-deprecation-message", to: SourceNode(.string(reason), mark: mark))
    }
}
