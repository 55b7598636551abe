import ApusModel
import ApusSpec

/// Operations as a whole: which there are, where they are sent, and how often.
extension Comparison {
    func compareOperationLists() {
        let before = Set(operations.map(\.old.id))
        let after = Set(operations.map(\.new.id))
        for operation in old.model.operations where !before.contains(operation.id) {
            report(
                "operation-removed", old.symbol(of: operation), wire: Self.route(operation),
                at: .old(old.mark(ofOperation: operation.id)))
        }
        for operation in new.model.operations where !after.contains(operation.id) {
            report(
                "operation-added", new.symbol(of: operation), wire: Self.route(operation),
                at: .new(new.mark(ofOperation: operation.id)))
        }
    }

    /// `GET /pets/{id}`
    private static func route(_ operation: OperationDecl) -> String {
        operation.httpMethod + " " + operation.path
    }

    func compare(_ before: OperationDecl, _ after: OperationDecl) {
        let spot = Spot.new(new.mark(ofOperation: after.id))
        compareName(before, after, at: spot)
        let symbol = new.symbol(of: after)
        compareSending(before, after, symbol, at: spot)
        compareParameters(before, after, symbol)
        compareBodies(before, after, symbol)
        compareResponses(before, after, symbol)
        compareFailures(before, after, symbol)
        compareSecurity(before, after, symbol, at: spot)
        comparePaging(before, after, symbol, at: spot)
        if before.deprecation == nil, after.deprecation != nil { report("operation-deprecated", symbol, at: spot) }
        if before.deprecation != nil, after.deprecation == nil {
            report("operation-no-longer-deprecated", symbol, at: spot)
        }
        if before.tags != after.tags {
            report(
                "operation-tags-changed", symbol, old: Self.list(before.tags), new: Self.list(after.tags), at: spot)
        }
        if !Self.isSaidAlike(before.doc, after.doc) { report("operation-description-changed", symbol, at: spot) }
    }

    private func compareName(_ before: OperationDecl, _ after: OperationDecl, at spot: Spot) {
        let (first, second) = (old.symbol(of: before), new.symbol(of: after))
        guard first != second || before.typeName != after.typeName else { return }
        if before.methodName == after.methodName, before.typeName == after.typeName {
            report("operation-moved", first, to: second, at: spot)
        } else {
            report(
                "operation-renamed", first, to: second, at: spot,
                keeping: ChangeText.rename(after.id, to: before.methodName))
        }
    }

    private func compareSending(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String, at spot: Spot) {
        if OperationPairs.plain(path: before.path) != OperationPairs.plain(path: after.path) {
            report(
                "operation-path-changed", symbol, old: before.path, new: after.path, at: spot)
        }
        if before.httpMethod != after.httpMethod {
            report(
                "operation-method-changed", symbol, old: before.httpMethod, new: after.httpMethod, at: spot)
        }
        report(
            ("operation-server-added", "operation-server-changed", "operation-server-removed"), symbol,
            before.server?.url, after.server?.url, at: spot
        ) { $0 }
        report(
            ("operation-now-retried", "operation-no-longer-retried"), symbol, before.isIdempotent, after.isIdempotent,
            at: spot)
        if before.attempts != after.attempts {
            report(
                "operation-attempts-changed", symbol, old: Self.attempts(before.attempts),
                new: Self.attempts(after.attempts), at: spot)
        }
    }

    private static func attempts(_ count: Int?) -> String {
        count.map { $0 == 1 ? "once" : "\($0) times" } ?? "as often as the client says"
    }

    static func list(_ words: [String]) -> String {
        words.isEmpty ? ChangeText.none : words.joined(separator: ", ")
    }

    static func isSaidAlike(_ left: Doc, _ right: Doc) -> Bool {
        left.summary == right.summary && left.discussion == right.discussion
    }
}

/// The rule by which the pages of an operation are found.
extension Comparison {
    func comparePaging(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String, at spot: Spot) {
        guard let first = before.paging, let second = after.paging else {
            if after.paging != nil { report("paging-added", symbol, at: spot) }
            if before.paging != nil { report("paging-removed", symbol, at: spot) }
            return
        }
        func compare<Value: Equatable>(_ id: String, _ left: Value, _ right: Value, _ describe: (Value) -> String) {
            if left != right { report(id, symbol, old: describe(left), new: describe(right), at: spot) }
        }
        if !isSame(first.item, second.item) {
            report(
                "paging-item-changed", symbol, old: old.spelling.type(first.item), new: new.spelling.type(second.item),
                at: spot)
        }
        compare("paging-style-changed", first.style, second.style, \.rawValue)
        compare("paging-parameter-changed", first.parameter, second.parameter, Self.describe)
        compare("paging-start-changed", first.first, second.first, String.init)
        compare("paging-items-location-changed", first.items, second.items) { $0.isEmpty ? "the whole body" : $0 }
        compare("paging-cursor-changed", first.cursor, second.cursor) { $0 ?? ChangeText.none }
        compare(
            "paging-end-changed", [first.total, first.pages, first.more], [second.total, second.pages, second.more]
        ) { Self.list($0.compactMap(\.self)) }
    }

    private static func describe(_ parameter: PagingDecl.Parameter?) -> String {
        switch parameter {
        case .query(let name): name
        case .body(let pointer): "the body's " + pointer
        case nil: ChangeText.none
        }
    }
}
