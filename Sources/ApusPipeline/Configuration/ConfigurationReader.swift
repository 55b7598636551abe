import ApusJSON
import ApusLowering
import ApusSource

/// Reads `apus.yaml`. Every key has a default, an unknown key is an error that suggests the nearest one.
struct ConfigurationReader {
    var diagnostics = Diagnostics()

    mutating func readWorkspace(_ root: SourceNode, folder: String) -> Workspace {
        var workspace = Workspace(folder: folder, clients: [])
        workspace.home = folder.isEmpty ? "." : folder
        workspace.checkout = Workspace.findCheckout(around: folder)
        guard let mapping = root.mapping else {
            diagnostics.report(
                root.isNull
                    ? .missingKey("clients", of: "the workspace file", root, pointer: "")
                    : .wrongValue("the workspace file", expected: "a mapping", found: root, pointer: ""))
            return workspace
        }
        for entry in mapping.entries where entry.key != "clients" {
            diagnostics.report(.unknownKey(entry, among: ["clients"], pointer: ""))
        }
        guard let list = mapping["clients"] else {
            diagnostics.report(.missingKey("clients", of: "the workspace file", root, pointer: ""))
            return workspace
        }
        guard let clients = list.sequence else {
            diagnostics.report(.wrongValue("clients", expected: "a list", found: list, pointer: "/clients"))
            return workspace
        }
        var outputs = ClientOutputs(workspace)
        for (index, node) in clients.enumerated() {
            let pointer = "/clients/\(index)"
            guard let client = readClient(node, pointer: pointer) else { continue }
            if let clash = outputs.add(client) {
                let place = node["output"].map { ($0, pointer + "/output") } ?? (node, pointer)
                if case .module(let other, let target) = clash {
                    diagnostics.report(.collidingClients(client, other, target, place.0, pointer: place.1))
                } else {
                    diagnostics.report(.duplicateClient(client, clash, node, pointer: pointer))
                }
            }
            workspace.clients.append(client)
        }
        return workspace
    }

    private mutating func readClient(_ node: SourceNode, pointer: String) -> ClientConfiguration? {
        guard let mapping = node.mapping else {
            diagnostics.report(.wrongValue("a client", expected: "a mapping", found: node, pointer: pointer))
            return nil
        }
        var client = ClientConfiguration(name: "", spec: "", output: "")
        let known = Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.name, $0) })
        for entry in mapping.entries {
            guard let key = known[entry.key] else {
                diagnostics.report(.unknownKey(entry, among: ConfigurationKey.all.map(\.name), pointer: pointer))
                continue
            }
            read(key, entry.value, into: &client, pointer: pointer + "/" + JSONPointer.escape(entry.key))
        }
        for key in ConfigurationKey.all where key.isRequired && mapping[key.name] == nil {
            diagnostics.report(.missingKey(key.name, of: "the client", node, pointer: pointer))
        }
        if !client.name.isEmpty, !ClientConfiguration.isModuleName(client.name) {
            let expected = ClientConfiguration.moduleNameDescription
            diagnostics.report(
                .wrongValue("name", expected: expected, found: mapping["name"] ?? node, pointer: pointer + "/name"))
        }
        checkParts(of: client, mapping, pointer: pointer)
        if client.from != nil, let node = mapping["spec"], !DocumentLocation(client.spec).isFile {
            diagnostics.report(
                .wrongValue("spec", expected: "a path where there is `from`", found: node, pointer: pointer + "/spec"))
        }
        checkNamespace(of: client, mapping, pointer: pointer)
        if client.output.isEmpty { client.output = "Generated/" + client.name }
        return client.name.isEmpty || client.spec.isEmpty ? nil : client
    }

    /// A client without models needs the module that has them. Files of a fixed number have no part each.
    private mutating func checkParts(of client: ClientConfiguration, _ mapping: SourceMapping, pointer: String) {
        if let node = mapping["generate"] {
            var expected: String?
            if client.parts.isEmpty || client.parts.count > 1 && client.parts.contains(.examples) {
                expected = "models, client, both, or examples alone"
            }
            if client.parts == [.client] || client.parts == [.examples], client.models == nil {
                expected = "beside `models`, which names their module"
            }
            if client.parts == [.client] || client.parts == [.models], client.shards != nil {
                expected = "models and client where there is `shards`"
            }
            if let expected {
                diagnostics.report(
                    .wrongValue("generate", expected: expected, found: node, pointer: pointer + "/generate"))
            }
        }
        if client.keepsDeprecated, client.parts.count < 2, let node = mapping["keepDeprecated"] {
            diagnostics.report(
                .wrongValue(
                    "keepDeprecated", expected: "false where models and client are not generated together", found: node,
                    pointer: pointer + "/keepDeprecated"))
        }
        if let node = mapping["models"], client.parts != [.client], client.parts != [.examples] {
            diagnostics.report(
                .wrongValue(
                    "models", expected: "beside `generate: client` or `generate: examples`", found: node,
                    pointer: pointer + "/models"))
        }
        checkExamples(of: client, mapping, pointer: pointer)
    }

    /// The examples are of types of another module, which has to see them.
    private mutating func checkExamples(of client: ClientConfiguration, _ mapping: SourceMapping, pointer: String) {
        guard let node = mapping["examples"] else { return }
        var expected: String?
        if client.parts == [.examples] { expected = "absent where examples are all that is generated" }
        if client.access == .internal { expected = "absent where `access` is internal" }
        guard let expected else { return }
        diagnostics.report(.wrongValue("examples", expected: expected, found: node, pointer: pointer + "/examples"))
    }

    /// The client's own types are in the namespace, whose name they must not hide.
    private mutating func checkNamespace(
        of client: ClientConfiguration, _ mapping: SourceMapping, pointer: String
    ) {
        guard let node = mapping["namespace"], let namespace = client.namespace else { return }
        let own = ["Client", "Server", "Credentials", "Event"].map { DiskName.fold(client.name + $0) }
        guard own.contains(DiskName.fold(namespace)) else { return }
        diagnostics.report(
            .wrongValue(
                "namespace", expected: "another name than that of a type in it", found: node,
                pointer: pointer + "/namespace"))
    }

    private mutating func read(
        _ key: ConfigurationKey, _ node: SourceNode, into client: inout ClientConfiguration, pointer: String
    ) {
        switch key.kind() {
        case .text(let words, let assign):
            guard let text = node.string, !text.isEmpty, words.accept(text) else {
                return refuse(key, words.expected, node, pointer)
            }
            assign(&client, text)
        case .choice(let words, let assign):
            guard let text = node.string, words.contains(text) else {
                return refuse(key, "one of " + words.joined(separator: ", "), node, pointer)
            }
            assign(&client, text)
        case .flag(let assign):
            guard let flag = node.boolean else { return refuse(key, "true or false", node, pointer) }
            assign(&client, flag)
        case .count(let assign):
            guard let count = node.number?.integer, (1...1_000).contains(count) else {
                return refuse(key, "a number from 1 to 1000", node, pointer)
            }
            assign(&client, count)
        case .list(let words, let assign):
            if let texts = readTexts(node, words, of: key, pointer: pointer) { assign(&client, texts) }
        case .map(let words, let assign):
            guard let map = readMap(node) else { return refuse(key, "a mapping from text to text", node, pointer) }
            for entry in node.mapping?.entries ?? [] where !words.accept(entry.value.string ?? "") {
                refuse(key, words.expected, entry.value, pointer + "/" + JSONPointer.escape(entry.key))
            }
            assign(&client, map.filter { words.accept($0.value) })
        case .lists(let words, let assign):
            guard let entries = node.mapping?.entries else {
                return refuse(key, "a mapping from text to a list of texts", node, pointer)
            }
            var lists: [String: [String]] = [:]
            for entry in entries {
                lists[entry.key] = readTexts(
                    entry.value, words, of: key, pointer: pointer + "/" + JSONPointer.escape(entry.key))
            }
            assign(&client, lists)
        case .rules(_, _, let assign):
            var reader = RuleReader()
            assign(&client, &reader, node, pointer)
            for fault in reader.faults { report(fault) }
        }
    }

    private mutating func report(_ fault: RuleReader.Fault) {
        switch fault.kind {
        case .unknownKey(let entry, let known):
            let owner = String(fault.pointer.dropLast(JSONPointer.escape(entry.key).count + 1))
            diagnostics.report(.unknownKey(entry, among: known, pointer: owner))
        case .wrongValue(let name, let expected):
            diagnostics.report(.wrongValue(name, expected: expected, found: fault.node, pointer: fault.pointer))
        case .missingKey(let key, let owner):
            diagnostics.report(.missingKey(key, of: owner, fault.node, pointer: fault.pointer))
        }
    }

    private mutating func refuse(_ key: ConfigurationKey, _ expected: String, _ node: SourceNode, _ pointer: String) {
        diagnostics.report(.wrongValue(key.name, expected: expected, found: node, pointer: pointer))
    }

    /// The texts that are what the key takes; the others are reported.
    private mutating func readTexts(
        _ node: SourceNode, _ words: ConfigurationKey.ValidTexts, of key: ConfigurationKey, pointer: String
    ) -> [String]? {
        guard let texts = readTexts(node) else {
            refuse(key, "a list of texts", node, pointer)
            return nil
        }
        for (index, text) in texts.enumerated() where !words.accept(text) {
            let item = node.sequence.map { ($0[index], pointer + "/\(index)") } ?? (node, pointer)
            refuse(key, words.expected, item.0, item.1)
        }
        return texts.filter(words.accept)
    }

    /// A list, or a single text as a list of one.
    private func readTexts(_ node: SourceNode) -> [String]? {
        if let text = node.string { return [text] }
        guard let items = node.sequence else { return nil }
        let texts = items.compactMap(\.string)
        return texts.count == items.count ? texts : nil
    }

    private func readMap(_ node: SourceNode) -> [String: String]? {
        guard let entries = node.mapping?.entries else { return nil }
        var map: [String: String] = [:]
        for entry in entries {
            guard let text = entry.value.string else { return nil }
            map[entry.key] = text
        }
        return map
    }
}

extension Diagnostic {
    fileprivate static func unknownKey(_ entry: SourceMapping.Entry, among known: [String], pointer: String)
        -> Diagnostic
    {
        let nearest = Spelling.nearest(to: entry.key, among: known)
        return Diagnostic(
            id: "unknown-configuration-key", severity: .error, message: "unknown key \"\(entry.key)\"",
            mark: entry.keyMark,
            pointer: pointer + "/" + JSONPointer.escape(entry.key),
            hint: nearest.map { "did you mean \"\($0)\"?" } ?? "known keys: " + known.joined(separator: ", "))
    }

    static func wrongValue(
        _ name: String, expected: String, found node: SourceNode, pointer: String
    ) -> Diagnostic {
        // A key without a value reads as null.
        let given = node.string.map { "\"\($0.prefix(60))\"" } ?? node.number?.text ?? node.kindName
        let found = node.isNull ? "and has no value" : "not " + given
        return Diagnostic(
            id: "invalid-configuration", severity: .error, message: "\(name) must be \(expected), \(found)",
            mark: node.mark, pointer: pointer, hint: "apus init writes a commented example")
    }

    fileprivate static func missingKey(
        _ name: String, of owner: String, _ node: SourceNode, pointer: String
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-configuration-key", severity: .error, message: "\(owner) has no \"\(name)\"", mark: node.mark,
            pointer: pointer,
            hint: "a workspace needs a list of clients, each with name and spec; the other keys have defaults")
    }

    fileprivate static func duplicateClient(
        _ client: ClientConfiguration, _ clash: ClientOutputs.Clash, _ node: SourceNode, pointer: String
    ) -> Diagnostic {
        let message =
            switch clash {
            case .name(let other): "there is a client \"\(other.name)\" already"
            case .folder(let other):
                "\(client.name) and \(other.name) are generated into the same folder \"\(client.output)\""
            case .nested(let other), .module(let other, _):
                "of the folders of \(client.name) and \(other.name), \"\(client.output)\" and \"\(other.output)\", one is inside of the other"
            }
        return Diagnostic(
            id: "duplicate-client", severity: .error, message: message, mark: node.mark, pointer: pointer,
            hint: "give each client a name and an output folder of its own; case does not count")
    }
}
