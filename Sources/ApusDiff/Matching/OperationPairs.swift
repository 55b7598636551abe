import ApusModel

/// Finds the operations of two versions that are one: by id and route, then by route, then by id.
enum OperationPairs {
    static func find(
        _ old: [OperationDecl], _ new: [OperationDecl]
    ) -> [(old: OperationDecl, new: OperationDecl)] {
        var partners = [Int?](repeating: nil, count: old.count)
        var taken: Set<Int> = []
        for key in [both, route, id] {
            var free: [String: [Int]] = [:]
            for (index, operation) in new.enumerated() where !taken.contains(index) {
                free[key(operation), default: []].append(index)
            }
            for (index, operation) in old.enumerated() where partners[index] == nil {
                guard let found = free[key(operation)], let first = found.first else { continue }
                partners[index] = first
                taken.insert(first)
                free[key(operation)] = Array(found.dropFirst())
            }
        }
        return zip(old, partners).compactMap { operation, index in index.map { (operation, new[$0]) } }
    }

    private static func both(_ operation: OperationDecl) -> String { id(operation) + " " + route(operation) }
    private static func id(_ operation: OperationDecl) -> String { operation.id }

    /// `GET /pets/{}`: the names of path parameters do not count.
    private static func route(_ operation: OperationDecl) -> String {
        operation.httpMethod + " " + plain(path: operation.path)
    }

    /// The template without the names of its parameters.
    static func plain(path: String) -> String {
        var text = ""
        var isInside = false
        for character in path {
            if character == "}" { isInside = false }
            if !isInside { text.append(character) }
            if character == "{" { isInside = true }
        }
        return text
    }
}
