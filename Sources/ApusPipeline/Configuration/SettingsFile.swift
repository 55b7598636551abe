import ApusJSON
import ApusLowering
import ApusSource

/// A file that settings of a client are from: `apus.yaml`, or the configuration of another generator. Findings about settings point into it.
struct SettingsFile: Equatable, Sendable {
    let path: String
    let bytes: [UInt8]
    /// The JSON pointers to the entries of each key.
    let pointers: [Setting.Key: [String]]

    init(path: String, bytes: [UInt8], pointers: [Setting.Key: [String]]) {
        self.path = path
        self.bytes = bytes
        self.pointers = pointers
    }

    /// `apus.yaml`.
    ///
    /// - Parameter client: The index of the client in the file.
    init(path: String, bytes: [UInt8], client: Int) {
        let keys = Setting.Key.allCases.map { ($0, ["/clients/\(client)/\($0.rawValue)"]) }
        self.init(path: path, bytes: bytes, pointers: Dictionary(uniqueKeysWithValues: keys))
    }

    /// The locations of settings; settings without a file are omitted.
    static func find(
        _ settings: [Setting], in configurations: [SettingsFile], adding files: SourceFiles
    ) -> [Setting: Setting.Location] {
        var locations: [Setting: Setting.Location] = [:]
        for configuration in configurations {
            // It was read before without an error.
            var unused = Diagnostics()
            let file = files.add(path: configuration.path, bytes: configuration.bytes)
            guard let root = try? files.parse(file, diagnostics: &unused) else { continue }
            for setting in settings where locations[setting] == nil {
                locations[setting] = configuration.find(setting, in: root)
            }
        }
        return locations
    }

    private func find(_ setting: Setting, in root: SourceNode) -> Setting.Location? {
        for pointer in pointers[setting.key] ?? [] {
            let node = JSONPointer.split(pointer).reduce(Optional(root)) { node, token in
                node?[token] ?? Int(token).flatMap { node?.sequence?[$0] }
            }
            guard let node else { continue }
            if setting.key == .clientParameters {
                // The names in the document are the values.
                for entry in node.mapping?.entries ?? [] {
                    let owner = pointer + "/" + JSONPointer.escape(entry.key)
                    if let location = Self.find(setting.name, in: entry.value, at: owner) { return location }
                }
                continue
            }
            if let location = Self.find(setting.name, in: node, at: pointer) { return location }
            guard setting.key == .failures else { continue }
            // Each rule lists the operations that it excludes.
            for (index, rule) in (node.sequence ?? [node]).enumerated() {
                let owner = node.sequence == nil ? pointer : pointer + "/\(index)"
                if let list = rule["except"], let location = Self.find(setting.name, in: list, at: owner + "/except") {
                    return location
                }
            }
        }
        return nil
    }

    /// A key of a mapping, an element of a list, or the only text.
    private static func find(_ name: String, in node: SourceNode, at pointer: String) -> Setting.Location? {
        if let entry = node.mapping?.entry(name) {
            return Setting.Location(mark: entry.keyMark, pointer: pointer + "/" + JSONPointer.escape(name))
        }
        for (index, item) in (node.sequence ?? []).enumerated() {
            guard let text = item.string, text == name || "tag:" + text == name else { continue }
            return Setting.Location(mark: item.mark, pointer: pointer + "/\(index)")
        }
        return node.string == name ? Setting.Location(mark: node.mark, pointer: pointer) : nil
    }
}
