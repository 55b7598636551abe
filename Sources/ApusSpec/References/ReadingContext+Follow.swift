import ApusJSON
import ApusSource

extension ReadingContext {
    /// An object with the annotations of the references to it.
    struct Followed {
        var location: NodeLocation
        var name: SharedName?
        /// `summary` and `description` next to `$ref` (3.1 and later) replace those of the target.
        var summary: String?
        var documentation: String?
    }

    /// The maximum length of a reference chain, which no real document reaches; longer chains would cost quadratic
    /// time.
    private static let chainLimit = 100

    /// Follows `$ref` from object to object; nil for a missing target, which is reported.
    func follow(_ location: NodeLocation) -> Followed? {
        var followed = Followed(location: location)
        guard location.node["$ref"] != nil else { return followed }
        var seen: Set<SchemaID> = []
        while let text = followed.location.node["$ref"]?.string {
            guard seen.count < Self.chainLimit, seen.insert(followed.location.id).inserted else {
                report(.cyclicReference(followed.location, text: text))
                return nil
            }
            if !followed.location.dialect.ignoresReferenceSiblings {
                followed.summary = followed.summary ?? followed.location.node["summary"]?.string
                followed.documentation = followed.documentation ?? followed.location.node["description"]?.string
            }
            let mark = followed.location.node["$ref"]?.mark ?? followed.location.mark
            guard let target = resolve(text, from: followed.location, at: mark) else { return nil }
            followed.name = followed.name ?? nameShared(target)
            followed.location = target
        }
        return followed
    }

    /// A target in another file has the name of the component that is a reference to it, as in the bundled document, or
    /// otherwise its own: `errors.yaml#/NotFound` → `NotFound`, `not-found.yaml` → `not-found`. Locations inside an
    /// operation have none.
    private func nameShared(_ target: NodeLocation) -> SharedName? {
        if let name = nameComponent(target) { return SharedName(text: name, isComponent: true) }
        if target.resource === root { return nil }
        if let name = rootComponents[target.resource.path + "#" + target.pointer] {
            return SharedName(text: name, isComponent: true)
        }
        let steps = target.pointer.split(separator: "/")
        guard steps.count <= 2 else { return nil }
        let text = steps.last.map { JSONPointer.unescape($0) } ?? FilePath.stem(of: target.resource.path)
        return text.map { SharedName(text: $0, isComponent: false) }
    }

    /// The components of the root document that are only references to other files, by path and pointer of their
    /// target.
    func findRootComponents() -> [String: String] {
        var names: [String: String] = [:]
        let components = root.root["components"]?.mapping?.entries.map(\.value) ?? []
        let old = [root.root["parameters"], root.root["responses"]].compactMap(\.self)
        for entry in (components + old).flatMap({ $0.mapping?.entries ?? [] }) {
            guard let text = entry.value["$ref"]?.string else { continue }
            let reference = ReferenceText(text)
            guard !reference.location.isEmpty else { continue }
            let path = FilePath.join(FilePath.folder(of: root.path), JSONPointer.decodePercent(reference.location))
            let key = path + "#" + JSONPointer.decodePercent(reference.fragment)
            if names[key] == nil { names[key] = entry.key }
        }
        return names
    }

    /// `/components/parameters/Limit` → `Limit`, `/parameters/Limit` in Swagger 2.0; nil for other locations.
    private func nameComponent(_ location: NodeLocation) -> String? {
        let pointer = location.pointer.utf8
        guard let slash = pointer.lastIndex(of: 0x2F) else { return nil }
        let name = location.pointer[pointer.index(after: slash)...]
        switch location.pointer[..<slash] {
        case "/parameters", "/responses": return JSONPointer.unescape(name)
        case let owner where owner.utf8.starts(with: "/components/".utf8):
            return owner.utf8.count(where: { $0 == 0x2F }) == 2 ? JSONPointer.unescape(name) : nil
        default: return nil
        }
    }

    /// Follows a `$ref` where no specification allows one but only one reading is possible, such as
    /// `paths: {$ref: paths.yaml}`.
    func followMisplaced(_ location: NodeLocation) -> NodeLocation? {
        guard let reference = location.node["$ref"], reference.string != nil else { return location }
        misplaced[reference.mark.file, default: MisplacedReferences(first: reference, location: location)].count += 1
        return follow(location)?.location
    }

    /// A document with one such reference has hundreds: reported once for each file.
    func reportMisplaced() {
        for found in misplaced.values { report(.misplacedReference(found)) }
    }

    /// The references of one file.
    struct MisplacedReferences {
        let first: SourceNode
        let location: NodeLocation
        var count = 0
    }
}

extension Diagnostic {
    static func cyclicReference(_ location: NodeLocation, text: String?) -> Diagnostic {
        let name = text.map { "\"\($0)\"" } ?? "this"
        return Diagnostic(
            id: "cyclic-reference", severity: .warning, message: "\(name) refers to itself and never to anything else",
            mark: location.node["$ref"]?.mark ?? location.mark, pointer: location.pointer,
            hint: "Apus goes on without it: a schema accepts any JSON, another object is left out")
    }

    fileprivate static func misplacedReference(_ found: ReadingContext.MisplacedReferences) -> Diagnostic {
        let others = found.count - 1
        let more = others == 0 ? "" : ", nor at \(others) other location\(others == 1 ? "" : "s") of this file"
        return Diagnostic(
            id: "misplaced-reference", severity: .note, message: "`$ref` is not allowed here\(more)",
            mark: found.first.mark, pointer: found.location.pointer,
            hint: "Apus follows " + (others == 0 ? "it" : "them") + "; other tools may not")
    }
}
