extension RequestWriter {
    /// Requests the page at `position` instead of the one that the arguments select.
    mutating func turn(to position: PagePosition, by style: PagingRule.Style) {
        switch style {
        case .pageNumber(let parameter, _), .offset(let parameter), .cursor(let parameter, _),
            .lastItem(let parameter, _, _):
            set(parameter, to: position)
        case .nextURL, .link: address = position.text
        }
    }

    /// The requested page number or offset; the rule's first one by default.
    func pageNumber(_ style: PagingRule.Style) -> Int {
        switch style {
        case .pageNumber(let parameter, let first): number(in: parameter) ?? first
        case .offset(let parameter): number(in: parameter) ?? 0
        case .cursor, .lastItem, .nextURL, .link: 0
        }
    }

    private func number(in parameter: PageParameter) -> Int? {
        switch parameter {
        case .query(let name):
            let head = PercentEncoding.unreserved.encode(name) + "="
            return query.last { $0.hasPrefix(head) }.flatMap { Int($0.dropFirst(head.count)) }
        case .body(let pointer):
            guard case .bytes(let bytes) = body.content else { return nil }
            guard isForm else { return JSONLookup(bytes)?.value(at: pointer)?.int }
            let head = Self.formHead(pointer)
            return formPairs(bytes).last { $0.hasPrefix(head) }.flatMap { Int($0.dropFirst(head.count)) }
        }
    }

    private mutating func set(_ parameter: PageParameter, to position: PagePosition) {
        switch parameter {
        case .query(let name):
            let head = PercentEncoding.unreserved.encode(name) + "="
            query.removeAll { $0.hasPrefix(head) }
            query.append(head + PercentEncoding.unreserved.encode(position.text))
        case .body(let pointer):
            switch body.content {
            case .none: setMember(pointer, of: .null, to: position)
            case .bytes(let bytes) where isForm:
                let head = Self.formHead(pointer)
                let others = formPairs(bytes).filter { !$0.hasPrefix(head) }
                body = .text((others + [head + PercentEncoding.form.encode(position.text)]).joined(separator: "&"))
            case .bytes(let bytes): setMember(pointer, of: JSONBridge.decode(bytes) ?? .null, to: position)
            case .stream: report("body", "a streamed body cannot name the next page")
            }
        }
    }

    private mutating func setMember(_ pointer: String, of tree: JSONValue, to position: PagePosition) {
        var tree = tree
        guard tree.set(JSONLookup.tokens(of: pointer)[...], to: position.value) else {
            return report("body", "it has no object at \(pointer) to name the next page in")
        }
        body = .bytes(JSONBridge.encode(tree))
        if headers[.contentType] == nil { setHeader("Content-Type", "application/json") }
    }

    /// `/page` → `page=`, `/paging/cursor` → `paging%5Bcursor%5D=`, like nested members of a form.
    private static func formHead(_ pointer: String) -> String {
        let tokens = JSONLookup.tokens(of: pointer)
        let name = (tokens.first ?? "") + tokens.dropFirst().map { "[\($0)]" }.joined()
        return PercentEncoding.form.encode(name) + "="
    }
}

extension JSONValue {
    /// Creates missing objects; returns false where another value is in the way.
    fileprivate mutating func set(_ path: ArraySlice<String>, to value: JSONValue) -> Bool {
        guard let name = path.first else {
            self = value
            return true
        }
        if isNull { self = .object(JSONObject()) }
        guard object != nil else { return false }
        var member = self[name] ?? .null
        guard member.set(path.dropFirst(), to: value) else { return false }
        self[name] = member
        return true
    }
}
