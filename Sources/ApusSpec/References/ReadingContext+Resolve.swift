import ApusJSON
import ApusSource

extension ReadingContext {
    /// The target of the `$ref` (or similar keyword) at `mark`; nil and reported for a missing target.
    ///
    /// A text is looked up once in each file, so that a missing target is one diagnostic, whatever its number of uses.
    func resolve(_ text: String, from location: NodeLocation, at mark: SourceMark) -> NodeLocation? {
        let base = location.resource.identifiers.findBase(of: location.pointer)
        let scope = findScope(of: text, at: location).map { $0 + " " } ?? ""
        let key = ReferenceKey(
            file: location.resource.file, text: scope + (base.map { $0.address + " " + text } ?? text))
        if let known = resolved[key] { return known }
        let found = locate(ReferenceText(text), text: text, from: location, base: base, at: mark)
        resolved.updateValue(found, forKey: key)
        return found
    }

    private func locate(
        _ reference: ReferenceText, text: String, from location: NodeLocation, base: ResourceIdentifiers.Base?,
        at mark: SourceMark
    ) -> NodeLocation? {
        if base == nil,
            let found = findWholeSchema(reference, from: location) ?? findBareName(reference, from: location)
        {
            report(.misspelledReference(text, found: found, at: mark, from: location))
            return found
        }
        guard let start = findStart(of: reference, from: location, base: base, at: mark) else { return nil }
        if let found = findFragment(reference.fragment, in: start) { return found }
        // A `$id` changes the root of pointers (JSON Schema 2020-12, section 8.2.1), but many authors use the file's
        // root.
        if !start.pointer.isEmpty, let found = findFragment(reference.fragment, in: start.resource.location) {
            return found
        }
        if let found = findInRoot(reference, from: location, at: mark) { return found }
        if let found = findMeant(reference.fragment, in: start, from: location) {
            report(.misspelledReference(text, found: found, at: mark, from: location))
            return found
        }
        let nearest = findNearestTarget(of: reference, in: start)
        report(.unresolvedReference(text, nearest: nearest, at: mark, from: location))
        return nil
    }

    /// The same reference with the most similar name in the same map.
    private func findNearestTarget(of reference: ReferenceText, in start: NodeLocation) -> String? {
        let tokens = JSONPointer.split(JSONPointer.decodePercent(reference.fragment))
        guard reference.fragment.hasPrefix("/"), let last = tokens.last,
            let owner = walk(tokens.dropLast(), from: start), let names = owner.node.mapping?.entries.map(\.key),
            let name = findNearest(to: last, among: names)
        else { return nil }
        return reference.location + "#" + owner.pointer + "/" + JSONPointer.escape(name)
    }

    /// Files that are parts of a document are often written as if they were inside it already. Noted once for each
    /// file.
    private func findInRoot(_ reference: ReferenceText, from location: NodeLocation, at mark: SourceMark)
        -> NodeLocation?
    {
        guard reference.location.isEmpty, location.resource !== root,
            Dialect(declaredBy: location.resource.root) == nil,
            let found = findFragment(reference.fragment, in: root.location)
        else { return nil }
        if filesOfRoot.insert(location.resource.file).inserted {
            report(.referenceIntoRoot("#" + reference.fragment, at: mark, from: location))
        }
        return found
    }

    /// The root of the file or of the embedded schema in the part before `#`.
    private func findStart(
        of reference: ReferenceText, from location: NodeLocation, base: ResourceIdentifiers.Base?, at mark: SourceMark
    ) -> NodeLocation? {
        if reference.location.isEmpty {
            guard let base else { return location.resource.location }
            return walk(JSONPointer.split(base.pointer), from: location.resource.location)
        }
        if let known = findIdentified(reference.location, from: location, base: base) { return known }
        return loadResource(reference, from: location, at: mark)?.location
    }

    /// A location that is the `$id` or `$self` of a read document.
    private func findIdentified(_ address: String, from location: NodeLocation, base: ResourceIdentifiers.Base?)
        -> NodeLocation?
    {
        let outer = base?.address ?? location.resource.identifiers.address
        let address = outer.map { URIReference.resolve(address, against: $0) } ?? address
        for resource in [location.resource, root] {
            guard let pointer = resource.identifiers.pointer(ofAddress: address) else { continue }
            return walk(JSONPointer.split(pointer), from: resource.location)
        }
        return nil
    }

    private func findFragment(_ fragment: String, in start: NodeLocation) -> NodeLocation? {
        if fragment.isEmpty { return start }
        let decoded = JSONPointer.decodePercent(fragment)
        guard fragment.hasPrefix("/") else {
            let pointer = start.resource.identifiers.pointer(ofAnchor: decoded, in: start.pointer)
            return pointer.flatMap { walk(JSONPointer.split($0), from: start.resource.location) }
        }
        // References to keys with a percent sign are sometimes not encoded.
        return walk(JSONPointer.split(decoded), from: start) ?? walk(JSONPointer.split(fragment), from: start)
    }

    /// Descends token by token. A reference on the way is followed when the token is not found next to it, so that
    /// `#/paths/~1pets/get` works where the path item is a `$ref`.
    func walk(_ tokens: [String], from start: NodeLocation) -> NodeLocation? {
        var location = start
        for token in tokens {
            guard let next = step(token, from: location) ?? followSilently(location).flatMap({ step(token, from: $0) })
            else {
                return nil
            }
            location = next
        }
        return location
    }

    func step(_ token: String, from location: NodeLocation) -> NodeLocation? {
        switch location.node.content {
        case .mapping(let mapping):
            guard let entry = mapping.entry(token) else { return nil }
            return Member(entry: entry, owner: location).location
        case .sequence(let items):
            guard let index = Int(token) else { return find(token, inElementsOf: location, items) }
            return items.indices.contains(index) ? location.item(index, items[index]) : nil
        default: return nil
        }
    }

    /// A list that is read as one mapping, as ``maps(_:)`` does.
    private func find(_ token: String, inElementsOf location: NodeLocation, _ items: [SourceNode]) -> NodeLocation? {
        let above = JSONPointer.split(location.pointer)
        guard above == ["paths"] || above.first == "components" && above.count <= 3 else { return nil }
        for (index, item) in items.enumerated() {
            let element = location.item(index, item)
            let mapping = item["$ref"] == nil ? element : followSilently(element)
            if let entry = mapping?.node.mapping?.entry(token), let mapping {
                return Member(entry: entry, owner: mapping).location
            }
        }
        return nil
    }

    /// Bounded by ``openLocations``, because a pointer may pass through the reference that is being resolved.
    private func followSilently(_ location: NodeLocation) -> NodeLocation? {
        guard let text = location.node["$ref"]?.string, openLocations.count < Self.openLimit,
            openLocations.insert(location.id).inserted
        else { return nil }
        defer { openLocations.remove(location.id) }
        return resolve(text, from: location, at: location.mark)
    }
}

extension Diagnostic {
    static func unresolvedReference(
        _ text: String, nearest: String? = nil, at mark: SourceMark, from location: NodeLocation
    ) -> Diagnostic {
        Diagnostic(
            id: "unresolved-reference", severity: .warning, message: "cannot find \"\(text)\"", mark: mark,
            pointer: location.pointer,
            hint: advise(nearest, "Apus goes on without it: a schema accepts any JSON, another object is left out"))
    }

    fileprivate static func referenceIntoRoot(_ text: String, at mark: SourceMark, from location: NodeLocation)
        -> Diagnostic
    {
        Diagnostic(
            id: "reference-into-root", severity: .note,
            message: "\"\(text)\" is not in this file but in the root document",
            mark: mark, pointer: location.pointer, hint: "Apus takes it from there; name the file before `#`")
    }
}
