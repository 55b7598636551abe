internal import ApusJSON

/// Finds what a server says about a failure, in the members that services use for that.
///
/// `{"title": "Conflict", "detail": "The number is taken."}` is `Conflict: The number is taken.`
enum ServerMessage {
    /// Members in the order in which they are told; names are compared without case.
    private static let names = ["title", "error", "error_description", "message", "detail", "errors"]
    /// Further locations in XML: SOAP 1.1 and 1.2.
    private static let xmlNames = names + ["faultstring", "text"]
    /// The most bytes of one text, and of all.
    private static let limits = (part: 400, whole: 1_000)

    /// - Parameter pointers: Where else in JSON this service says it.
    static func find(in body: [UInt8], contentType: String?, pointers: [String] = []) -> String? {
        let media = contentType.flatMap(ContentType.init)
        if media?.isHTML == true || body.isEmpty { return nil }
        if media?.isXML == true { return join(texts(ofXML: body, contentType: contentType)) }
        if let lookup = JSONLookup(BodyText.json(body, contentType: contentType)) {
            return find(in: lookup, pointers: pointers)
        }
        guard media == ContentType("text/plain"), let text = BodyText.decode(body, contentType: contentType) else {
            return nil
        }
        return join([text])
    }

    static func find(in body: JSONLookup, pointers: [String]) -> String? {
        let named = pointers.compactMap { body.value(at: $0) }.flatMap { texts(of: $0, depth: 0) }
        return join(named + texts(of: body))
    }

    private static func texts(of body: JSONLookup) -> [String] {
        let members = body.memberNames(at: "")
        guard !members.isEmpty else { return body.value(at: "").map { texts(of: $0, depth: 0) } ?? [] }
        return names.flatMap { name -> [String] in
            guard let key = members.first(where: { $0.asciiLowercased.isSame(as: name) }) else { return [] }
            return body.value(at: "/" + JSONPointer.escape(key)).map { texts(of: $0, depth: 1) } ?? []
        }
    }

    /// The text itself, those of a list, those of an object's known members, or else `name: text` of all of its members:
    /// `{"email": ["is taken"]}`.
    private static func texts(of value: JSONValue, depth: Int) -> [String] {
        if depth > 3 { return [] }
        switch value {
        case .string(let text): return [text]
        case .array(let elements):
            let parts = elements.prefix(4).compactMap { join(texts(of: $0, depth: depth + 1)) }
            return parts.isEmpty ? [] : [parts.joined(separator: "; ")]
        case .object(let members): return texts(of: members, depth: depth)
        default: return []
        }
    }

    private static func texts(of object: JSONObject, depth: Int) -> [String] {
        let known = (names + ["msg"]).flatMap { name -> [String] in
            let member = object.first { $0.key.asciiLowercased.isSame(as: name) }
            return member.map { texts(of: $0.value, depth: depth + 1) } ?? []
        }
        if !known.isEmpty { return known }
        let others = object.prefix(4).compactMap { member -> String? in
            guard case .array = member.value else { return nil }
            return join(texts(of: member.value, depth: depth + 1)).map { "\(member.key): \($0)" }
        }
        return others.isEmpty ? [] : [others.joined(separator: "; ")]
    }

    private static func texts(ofXML body: [UInt8], contentType: String?) -> [String] {
        let leaves = XMLTexts.leaves(of: body, contentType: contentType)
        return xmlNames.flatMap { name in
            leaves.filter { $0.name.asciiLowercased.isSame(as: name) }.prefix(3).map(\.text)
        }
    }

    /// The texts one after the other, without those that another one holds already.
    private static func join(_ texts: [String]) -> String? {
        let parts = texts.map { String(shorten($0, most: limits.part).wholeTrimmed) }.filter { !$0.isEmpty }
        var kept: [String] = []
        for (index, part) in parts.enumerated() {
            let isRepeated = parts.enumerated().contains { other, text in
                other != index && text.holds(text: part) && (text.utf8.count > part.utf8.count || other < index)
            }
            if !isRepeated { kept.append(part) }
        }
        guard let last = kept.popLast() else { return nil }
        let heads = kept.map { String($0.utf8.last == UInt8(ascii: ".") ? $0.dropLast() : $0[...]) }
        return shorten((heads + [last]).joined(separator: ": "), most: limits.whole)
    }

    /// Cut between scalars.
    private static func shorten(_ text: String, most: Int) -> String {
        guard text.utf8.count > most else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: most)
        while String.Index(end, within: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return text[..<end] + "…"
    }
}

extension StringProtocol {
    /// Without blanks and line breaks at both ends.
    fileprivate var wholeTrimmed: SubSequence {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
        guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
            let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
        else { return self[endIndex...] }
        return self[first..<unicodeScalars.index(after: last)]
    }
}
