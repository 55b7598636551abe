internal import ApusJSON

extension WebhookPayload {
    /// The maximum object depth in which a name is searched without a pointer.
    private static let depthLimit = 3

    /// The event among several with one form: the one whose name is the value of a member.
    ///
    /// - Parameters:
    ///   - names: The names of the events.
    ///   - pointer: The JSON pointer (RFC 6901) of the member; nil: the member nearest to the root that has one of the
    ///     names. Several such members at one depth with different names give no result.
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
        if contentType.flatMap(ContentType.init) == ContentType("application/x-www-form-urlencoded") {
            return try? FormDecoder.decode(bytes, contentType: contentType)
        }
        return JSONBridge.decode(BodyText.json(bytes, contentType: contentType))
    }
}

extension JSONValue {
    /// The value at a JSON pointer.
    func member(at pointer: String) -> JSONValue? {
        var value = self
        for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let key = JSONPointer.unescape(step)
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
