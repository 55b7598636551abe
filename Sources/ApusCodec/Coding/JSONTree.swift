internal import ApusJSON

/// Builds a `JSONValue` from the tape without recursion, because the sender chooses the nesting of a body.
enum JSONTree {
    private struct Container {
        let end: Int
        let isObject: Bool
        var isRegular = true
        var key = ""
        var elements: [JSONValue] = []
        var members: [JSONObject.Member] = []

        mutating func add(_ value: JSONValue) {
            if isObject { members.append(.init(key: key, value: value)) } else { elements.append(value) }
        }

        var value: JSONValue {
            guard isObject else { return .array(elements) }
            return .object(isRegular ? JSONObject(unique: members) : JSONObject(members))
        }
    }

    /// A value that the format brought apart from its text is what it is in JSON.
    static func build(_ state: DecodingState, at start: Int) -> JSONValue {
        let tree = read(state, at: start)
        guard let shelf = state.shelf else { return tree }
        return (try? shelf.inlining(tree)) ?? tree
    }

    private static func read(_ state: DecodingState, at start: Int) -> JSONValue {
        var open: [Container] = []
        var index = start
        while true {
            let entry = state.entries[index]
            var complete: JSONValue?
            switch entry.kind {
            case .null: complete = .null
            case .true: complete = .bool(true)
            case .false: complete = .bool(false)
            case .number: complete = .number(JSONNumber(unchecked: state.text(of: entry)))
            case .string: complete = .string(state.text(of: entry))
            case .key: open[open.count - 1].key = state.text(of: entry)
            case .array: open.append(Container(end: entry.end, isObject: false))
            case .object:
                let isRegular = MemberNames.areRegular(state.entries, object: index)
                open.append(Container(end: entry.end, isObject: true, isRegular: isRegular))
            }
            index += 1
            while true {
                if let value = complete {
                    if open.isEmpty { return value }
                    open[open.count - 1].add(value)
                    complete = nil
                }
                guard let last = open.last, last.end == index else { break }
                open.removeLast()
                complete = last.value
            }
        }
    }
}
