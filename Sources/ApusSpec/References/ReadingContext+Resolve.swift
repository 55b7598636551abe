import ApusJSON
import ApusSource

extension ReadingContext {
    /// The target of the `$ref` (or similar keyword) at `mark`; nil and reported for a missing target.
    ///
    /// A text is looked up once in each file, so that a missing target is one diagnostic, whatever its number of uses.
    func resolve(_ text: String, from place: Place, at mark: SourceMark) -> Place? {
        let base = place.resource.identifiers.findBase(of: place.pointer)
        let scope = findScope(of: text, at: place).map { $0 + " " } ?? ""
        let key = ReferenceKey(file: place.resource.file, text: scope + (base.map { $0.address + " " + text } ?? text))
        if let known = resolved[key] { return known }
        let found = locate(ReferenceText(text), text: text, from: place, base: base, at: mark)
        resolved.updateValue(found, forKey: key)
        return found
    }

    private func locate(
        _ reference: ReferenceText, text: String, from place: Place, base: ResourceIdentifiers.Base?,
        at mark: SourceMark
    ) -> Place? {
        if base == nil, let found = findWholeSchema(reference, from: place) ?? findBareName(reference, from: place) {
            report(.misspelledReference(text, found: found, at: mark, from: place))
            return found
        }
        guard let start = findStart(of: reference, from: place, base: base, at: mark) else { return nil }
        if let found = findFragment(reference.fragment, in: start) { return found }
        // A `$id` changes the root of pointers (JSON Schema 2020-12, section 8.2.1), but many authors use the file's
        // root.
        if !start.pointer.isEmpty, let found = findFragment(reference.fragment, in: start.resource.place) {
            return found
        }
        if let found = findInRoot(reference, from: place, at: mark) { return found }
        if let found = findMeant(reference.fragment, in: start, from: place) {
            report(.misspelledReference(text, found: found, at: mark, from: place))
            return found
        }
        let nearest = findNearestTarget(of: reference, in: start)
        report(.unresolvedReference(text, nearest: nearest, at: mark, from: place))
        return nil
    }

    /// The same reference with the most similar name in the same map.
    private func findNearestTarget(of reference: ReferenceText, in start: Place) -> String? {
        let tokens = JSONPointer.split(JSONPointer.decodePercent(reference.fragment))
        guard reference.fragment.hasPrefix("/"), let last = tokens.last,
            let owner = walk(tokens.dropLast(), from: start), let names = owner.node.mapping?.entries.map(\.key),
            let name = findNearest(to: last, among: names)
        else { return nil }
        return reference.location + "#" + owner.pointer + "/" + JSONPointer.escape(name)
    }

    /// Files that are parts of a document are often written as if they were inside it already. Noted once for each
    /// file.
    private func findInRoot(_ reference: ReferenceText, from place: Place, at mark: SourceMark) -> Place? {
        guard reference.location.isEmpty, place.resource !== root, Dialect(declaredBy: place.resource.root) == nil,
            let found = findFragment(reference.fragment, in: root.place)
        else { return nil }
        if filesOfRoot.insert(place.resource.file).inserted {
            report(.referenceIntoRoot("#" + reference.fragment, at: mark, from: place))
        }
        return found
    }

    /// The root of the file or of the embedded schema in the part before `#`.
    private func findStart(
        of reference: ReferenceText, from place: Place, base: ResourceIdentifiers.Base?, at mark: SourceMark
    ) -> Place? {
        if reference.location.isEmpty {
            guard let base else { return place.resource.place }
            return walk(JSONPointer.split(base.pointer), from: place.resource.place)
        }
        if let known = findIdentified(reference.location, from: place, base: base) { return known }
        return loadResource(reference, from: place, at: mark)?.place
    }

    /// A location that is the `$id` or `$self` of a read document.
    private func findIdentified(_ location: String, from place: Place, base: ResourceIdentifiers.Base?) -> Place? {
        let outer = base?.address ?? place.resource.identifiers.address
        let address = outer.map { URIReference.resolve(location, against: $0) } ?? location
        for resource in [place.resource, root] {
            guard let pointer = resource.identifiers.pointer(ofAddress: address) else { continue }
            return walk(JSONPointer.split(pointer), from: resource.place)
        }
        return nil
    }

    private func findFragment(_ fragment: String, in start: Place) -> Place? {
        if fragment.isEmpty { return start }
        let decoded = JSONPointer.decodePercent(fragment)
        guard fragment.hasPrefix("/") else {
            let pointer = start.resource.identifiers.pointer(ofAnchor: decoded, in: start.pointer)
            return pointer.flatMap { walk(JSONPointer.split($0), from: start.resource.place) }
        }
        // References to keys with a percent sign are sometimes not encoded.
        return walk(JSONPointer.split(decoded), from: start) ?? walk(JSONPointer.split(fragment), from: start)
    }

    /// Descends token by token. A reference on the way is followed when the token is not found next to it, so that
    /// `#/paths/~1pets/get` works where the path item is a `$ref`.
    func walk(_ tokens: [String], from start: Place) -> Place? {
        var place = start
        for token in tokens {
            guard let next = step(token, from: place) ?? followSilently(place).flatMap({ step(token, from: $0) }) else {
                return nil
            }
            place = next
        }
        return place
    }

    func step(_ token: String, from place: Place) -> Place? {
        switch place.node.content {
        case .mapping(let mapping):
            guard let entry = mapping.entry(token) else { return nil }
            return Member(entry: entry, owner: place).place
        case .sequence(let items):
            guard let index = Int(token) else { return find(token, inElementsOf: place, items) }
            return items.indices.contains(index) ? place.item(index, items[index]) : nil
        default: return nil
        }
    }

    /// A list that is read as one mapping, as ``maps(_:)`` does.
    private func find(_ token: String, inElementsOf place: Place, _ items: [SourceNode]) -> Place? {
        let above = JSONPointer.split(place.pointer)
        guard above == ["paths"] || above.first == "components" && above.count <= 3 else { return nil }
        for (index, item) in items.enumerated() {
            let element = place.item(index, item)
            let mapping = item["$ref"] == nil ? element : followSilently(element)
            if let entry = mapping?.node.mapping?.entry(token), let mapping {
                return Member(entry: entry, owner: mapping).place
            }
        }
        return nil
    }

    /// Bounded by ``openPlaces``, because a pointer may pass through the reference that is being resolved.
    private func followSilently(_ place: Place) -> Place? {
        guard let text = place.node["$ref"]?.string, openPlaces.count < Self.openLimit,
            openPlaces.insert(place.id).inserted
        else { return nil }
        defer { openPlaces.remove(place.id) }
        return resolve(text, from: place, at: place.mark)
    }
}

extension Diagnostic {
    static func unresolvedReference(
        _ text: String, nearest: String? = nil, at mark: SourceMark, from place: Place
    ) -> Diagnostic {
        Diagnostic(
            id: "unresolved-reference", severity: .warning, message: "cannot find \"\(text)\"", mark: mark,
            pointer: place.pointer,
            hint: advise(nearest, "Apus goes on without it: a schema accepts any JSON, another object is left out"))
    }

    fileprivate static func referenceIntoRoot(_ text: String, at mark: SourceMark, from place: Place) -> Diagnostic {
        Diagnostic(
            id: "reference-into-root", severity: .note,
            message: "\"\(text)\" is not in this file but in the root document",
            mark: mark, pointer: place.pointer, hint: "Apus takes it from there; name the file before `#`")
    }
}
