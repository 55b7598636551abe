import Fuzzing

/// Operations that share failures, with each other or with one of the document.
extension DocumentAddition {
    /// Three operations, before all others, with the failures of an operation of the document.
    mutating func insertOperationsWithFailuresOfAnother() -> TextTree? {
        let operations = members(of: tree["paths"]).flatMap { members(of: $0.value) }
        let failing = operations.map { operation in
            members(of: operation.value["responses"]).filter { $0.key.first == "4" || $0.key == "default" }
        }.filter { !$0.isEmpty }
        guard let failures = failing.randomElement(using: &random) else { return nil }
        return insertOperations(with: failures)
    }

    /// Three operations with the same failures and headers, which no other operation has.
    func insertOperationsThatShare() -> TextTree? {
        let type: [TextTree.Member] = [.init("type", .string("integer"))]
        let header = TextTree.object(isSwagger ? type : [.init("schema", .object(type))])
        let answer = TextTree.object([
            .init("description", .string("Anything")), .init("headers", .object([.init("X-Quiet-Limit", header)])),
        ])
        return insertOperations(with: [.init("404", answer), .init("418", answer)])
    }

    private func insertOperations(with failures: [TextTree.Member]) -> TextTree? {
        guard case .object(let members) = tree else { return nil }
        let ok = TextTree.Member("200", .object([.init("description", .string("OK"))]))
        let added = ["One", "Two", "Three"].map { name -> TextTree.Member in
            let post = TextTree.object([
                .init("operationId", .string("zzProbe\(name)")), .init("responses", .object([ok] + failures)),
            ])
            return .init("/zz-probe-\(name)", .object([.init("post", post)]))
        }
        return .object(
            members.map { member in
                guard member.key == "paths", case .object(let paths) = member.value else { return member }
                return .init("paths", .object(added + paths))
            })
    }

    private func members(of tree: TextTree?) -> [TextTree.Member] {
        if case .object(let members) = tree { members } else { [] }
    }
}
