/// Names of headers without the `X-` that once told unregistered ones (RFC 6648 ends the practice): `X-Request-Id` → `Request-Id`, from which
/// `requestID` is made.
enum HeaderNames {
    /// The names in their order. One that would meet another name, or a reserved one, stays whole.
    ///
    /// - Parameter isHeader: Whether the name at an index is a header's; headers must not have the names of the others.
    static func shorten(
        _ names: [String], isHeader: (Int) -> Bool = { _ in true }, reserved: Set<String>
    ) -> [String] {
        let wanted = names.indices.map { isHeader($0) ? withoutPrefix(names[$0]) : names[$0] }
        var owners: [String: Set<Int>] = [:]
        for index in names.indices {
            for name in [names[index], wanted[index]] { owners[Identifiers.member(name), default: []].insert(index) }
        }
        return names.indices.map { index in
            let name = Identifiers.member(wanted[index])
            return owners[name]?.count == 1 && !reserved.contains(name) ? wanted[index] : names[index]
        }
    }

    static func withoutPrefix(_ name: String) -> String {
        guard name.utf8.count > 2, name.prefix(2).lowercased() == "x-" else { return name }
        let rest = name.dropFirst(2)
        return rest.first?.isLetter == true ? String(rest) : name
    }
}
