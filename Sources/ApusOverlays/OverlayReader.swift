public import ApusSource

extension OverlayDocument {
    /// Reads an overlay. Invalid actions are reported and skipped; nil when the document is not an overlay.
    public static func read(_ node: SourceNode, diagnostics: inout Diagnostics) -> OverlayDocument? {
        var reader = OverlayReader(diagnostics: diagnostics)
        defer { diagnostics = reader.diagnostics }
        return reader.readDocument(node)
    }
}

/// Converts a tree to an overlay.
struct OverlayReader {
    var diagnostics: Diagnostics

    private static let documentFields = ["overlay", "info", "extends", "actions"]
    private static let infoFields = ["title", "version", "description"]
    private static let actionFields = ["target", "description", "update", "remove", "copy"]

    mutating func readDocument(_ node: SourceNode) -> OverlayDocument? {
        guard let root = node.mapping else {
            report(
                node.isNull
                    ? "this is not an overlay: the file has no content"
                    : "an overlay is a mapping, but \(Self.found(node))", node.mark)
            return nil
        }
        guard let version = readVersion(root, node) else { return nil }
        let isFirst = version.hasPrefix("1.0.")
        checkFields(root, Self.documentFields)
        let title = readInfo(root, node)
        let extends = readText("extends", root)
        return OverlayDocument(
            version: version, title: title ?? "", extends: extends,
            actions: readActions(root, node, allowsCopy: !isFirst), mark: node.mark)
    }

    private mutating func readVersion(_ root: SourceMapping, _ node: SourceNode) -> String? {
        guard let value = root["overlay"] else {
            report("an overlay begins with its version", node.mark, hint: "write overlay: 1.0.0")
            return nil
        }
        let text = value.string ?? value.number?.text ?? value.kindName
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isKnown = parts.count == 3 && parts[0] == "1" && (parts[1] == "0" || parts[1] == "1")
        guard value.string != nil, isKnown, let patch = parts.last, !patch.isEmpty,
            patch.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            report(
                "\(text) is not a version of overlays that Apus reads", value.mark,
                hint: "write overlay: 1.0.0 or overlay: 1.1.0")
            return nil
        }
        return text
    }

    private mutating func readInfo(_ root: SourceMapping, _ node: SourceNode) -> String? {
        guard let value = root["info"] else {
            report("an overlay needs an info with title and version", node.mark)
            return nil
        }
        guard let info = value.mapping else {
            report("info is a mapping, but \(Self.found(value))", value.mark)
            return nil
        }
        checkFields(info, Self.infoFields)
        let missing = ["title", "version"].filter { info[$0] == nil }
        if !missing.isEmpty {
            report("info needs a \(missing.joined(separator: " and a "))", root.entry("info")?.keyMark ?? value.mark)
        }
        _ = readText("version", info)
        _ = readText("description", info)
        return readText("title", info)
    }

    private mutating func readActions(
        _ root: SourceMapping, _ node: SourceNode, allowsCopy: Bool
    ) -> [OverlayAction] {
        guard let value = root["actions"] else {
            report("an overlay needs actions", node.mark)
            return []
        }
        guard let items = value.sequence else {
            report("actions is a sequence, but \(Self.found(value))", value.mark)
            return []
        }
        if items.isEmpty { report("an overlay needs at least one action", value.mark) }
        var actions: [OverlayAction] = []
        var earlier: [Int: [SourceNode]] = [:]
        for item in items {
            if let twin = earlier[item.structuralHash]?.first(where: { $0.isEqual(to: item) }) {
                diagnostics.report(.repeatedAction(at: item.mark, first: twin.mark))
            }
            earlier[item.structuralHash, default: []].append(item)
            if let action = readAction(item, allowsCopy: allowsCopy) { actions.append(action) }
        }
        return actions
    }

    private mutating func readAction(_ node: SourceNode, allowsCopy: Bool) -> OverlayAction? {
        guard let action = node.mapping else {
            report("an action is a mapping, but this is \(node.kindName)", node.mark)
            return nil
        }
        checkFields(action, Self.actionFields.filter { $0 != "copy" || allowsCopy })
        let description = readText("description", action)
        guard let target = action["target"] else {
            report("an action needs a target", node.mark, hint: "write a JSONPath: target: $.paths['/pets'].get")
            return nil
        }
        guard let path = readPath("target", action), let change = readChange(action, allowsCopy: allowsCopy) else {
            return nil
        }
        return OverlayAction(
            description: description, mark: node.mark, target: path, targetMark: target.mark, change: change)
    }

    /// Nil when the change is invalid; `remove` takes precedence.
    private mutating func readChange(_ action: SourceMapping, allowsCopy: Bool) -> OverlayAction.Change? {
        if let remove = action["remove"] {
            guard let removes = remove.boolean else {
                report("remove is a boolean, but this is \(remove.kindName)", remove.mark)
                return nil
            }
            if removes { return .remove }
        }
        guard allowsCopy, let copy = action["copy"] else { return action["update"].map { .update($0) } ?? .nothing }
        if action["update"] != nil {
            report("an action has either update or copy", copy.mark, hint: "make two actions of it")
            return nil
        }
        return readPath("copy", action).map { .copy($0, mark: copy.mark) }
    }

    /// Blanks around a path are ignored, because block scalars end in a line break.
    private mutating func readPath(_ name: String, _ action: SourceMapping) -> JSONPath? {
        guard let text = readText(name, action), let mark = action[name]?.mark else { return nil }
        let blanks: Set<Character> = [" ", "\t", "\n", "\r\n", "\r"]
        let start = text.drop { blanks.contains($0) }
        let end = start.reversed().drop { blanks.contains($0) }.count
        do throws(JSONPathError) {
            return try JSONPath(String(start.prefix(end)))
        } catch {
            diagnostics.report(.invalidJSONPath(error, at: mark))
            return nil
        }
    }

    private mutating func readText(_ name: String, _ mapping: SourceMapping) -> String? {
        guard let value = mapping[name] else { return nil }
        guard let text = value.string else {
            report("\(name) is a string, but \(Self.found(value))", value.mark)
            return nil
        }
        return text
    }

    private mutating func checkFields(_ mapping: SourceMapping, _ known: [String]) {
        for entry in mapping.entries where !known.contains(entry.key) && !entry.key.hasPrefix("x-") {
            diagnostics.report(.unknownOverlayField(entry.key, known, at: entry.keyMark))
        }
    }

    /// A key without a value reads as null.
    private static func found(_ node: SourceNode) -> String {
        node.isNull ? "it has no value" : "this is \(node.kindName)"
    }

    private mutating func report(_ message: String, _ mark: SourceMark, hint: String? = nil) {
        diagnostics.report(.invalidOverlay(message, at: mark, hint: hint))
    }
}

extension Diagnostic {
    static func invalidOverlay(
        _ message: String, at mark: SourceMark, severity: Severity = .error, hint: String? = nil,
        related: [Related] = []
    ) -> Diagnostic {
        Diagnostic(
            id: "invalid-overlay", severity: severity, message: message, mark: mark, hint: hint, related: related)
    }

    static func unknownOverlayField(_ name: String, _ known: [String], at mark: SourceMark) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return invalidOverlay(
            "overlays have no field \"\(name)\" here", at: mark, severity: .warning,
            hint: "it is ignored; there are \(list)")
    }

    static func repeatedAction(at mark: SourceMark, first: SourceMark) -> Diagnostic {
        invalidOverlay(
            "the same action is written twice", at: mark, severity: .warning,
            hint: "it is applied twice; remove one of them",
            related: [Related(mark: first, message: "first written here")])
    }

    static func invalidJSONPath(_ error: JSONPathError, at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "invalid-json-path", severity: .error,
            message: "the JSONPath breaks at its character \(error.offset + 1): \(error.message)", mark: mark,
            hint: "paths are written as in RFC 9535: $.paths['/pets'].get.parameters[?@.in == 'query']")
    }
}
