extension WebhookPayload {
    /// How deep in objects a name is looked for that no pointer leads to.
    private static let depthLimit = 3

    /// Which of several events of one form this is: the one whose name is the value of a member.
    ///
    /// - Parameters:
    ///   - names: Those of the events.
    ///   - pointer: The JSON pointer (RFC 6901) of the member; nil: the member nearest to the top that has one of the names. Where several as
    ///     near have different ones, nothing tells.
    /// - Returns: nil where the payload has no such member.
    public func name(among names: [String], at pointer: String? = nil) -> ByteText? {
        guard let tree else { return nil }
        let known = Set(names.map { ByteText($0) })
        if let pointer {
            return tree.member(at: pointer)?.string.map { ByteText($0) }.flatMap { known.contains($0) ? $0 : nil }
        }
        var objects = [tree]
        for _ in 0..<Self.depthLimit {
            let members = objects.flatMap { $0.object?.map(\.value) ?? [] }
            let found = Set(members.compactMap { $0.string.map { ByteText($0) } }).intersection(known)
            if !found.isEmpty { return found.count == 1 ? found.first : nil }
            objects = members
        }
        return nil
    }

    private var tree: JSONValue? {
        if contentType.flatMap(MediaType.init) == MediaType("application/x-www-form-urlencoded") {
            return try? FormDecoder.decode(bytes, contentType: contentType)
        }
        return JSONBridge.decode(BodyText.json(bytes, contentType: contentType))
    }
}

extension JSONValue {
    /// The value that a JSON pointer leads to.
    func member(at pointer: String) -> JSONValue? {
        var value = self
        for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let key = String(step.replacing("~1", with: "/").replacing("~0", with: "~"))
            if let next = value.object?[key] {
                value = next
            } else if let elements = value.array, let index = Int(key), elements.indices.contains(index) {
                value = elements[index]
            } else {
                return nil
            }
        }
        return value
    }
}
