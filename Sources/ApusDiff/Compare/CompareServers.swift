import ApusModel
import ApusSource
import ApusSpec

/// The servers of a document: constants, and functions of their variables.
extension Comparison {
    func compareServers() {
        let (before, after) = (old.model.servers, new.model.servers)
        let pairs = MemberPairs(
            before.servers, after.servers, key: \.name, name: \.name,
            isAlike: { $0.url == $1.url && $0.variables.map(\.key) == $1.variables.map(\.key) })
        for server in pairs.removed {
            report(
                "server-removed", "\(before.typeName).\(server.name)", wire: server.url, at: .old(mark(of: server, old))
            )
        }
        for server in pairs.added {
            report(
                "server-added", "\(after.typeName).\(server.name)", wire: server.url, at: .new(mark(of: server, new)))
        }
        for (left, right) in pairs.renamed {
            report(
                "server-renamed", "\(before.typeName).\(left.name)", to: "\(after.typeName).\(right.name)",
                at: .new(mark(of: right, new)))
        }
        for (left, right) in pairs.renamed + pairs.same { compare(left, right) }
        let (first, second) = (name(ofDefault: before), name(ofDefault: after))
        let mark = new.document.servers.first?.mark
        if let first, second == nil { report("server-default-removed", after.typeName, old: first, at: .new(mark)) }
        if let second, first == nil { report("server-default-added", after.typeName, new: second, at: .new(mark)) }
        let isRenamed = pairs.renamed.contains { "." + $0.old.name == first && "." + $0.new.name == second }
        if let first, let second, first != second, !isRenamed {
            report("server-default-changed", after.typeName, old: first, new: second, at: .new(mark))
        }
    }

    private func name(ofDefault servers: ServersDecl) -> String? {
        servers.servers.find(servers.defaultServer).map { "." + $0.name }
    }

    private func mark(of server: ServerDecl, _ side: Side) -> SourceMark? {
        side.document.servers.first { $0.url == server.url }?.mark
    }

    private func compare(_ left: ServerDecl, _ right: ServerDecl) {
        let symbol = "\(new.model.servers.typeName).\(right.name)"
        let spot = Spot.new(mark(of: right, new))
        if left.url != right.url {
            report(
                "server-url-changed", symbol, old: left.url, new: right.url, at: spot)
        }
        if !Self.isSaidAlike(left.doc, right.doc) { report("server-description-changed", symbol, at: spot) }
        switch (left.isFunction, right.isFunction) {
        case (false, true): report("server-now-a-function", symbol, new: describe(right.variables, new), at: spot)
        case (true, false):
            report("server-no-longer-a-function", symbol, old: describe(left.variables, old), at: spot)
        default: compare(left.variables, right.variables, symbol, at: spot)
        }
    }

    private func describe(_ variables: [ServerDecl.Variable], _ side: Side) -> String {
        Self.list(variables.map { "\($0.name): \(side.spelling.type($0.type))" })
    }

    private func compare(
        _ before: [ServerDecl.Variable], _ after: [ServerDecl.Variable], _ symbol: String, at spot: Spot
    ) {
        for variable in before where !after.contains(where: { $0.name == variable.name }) {
            report("server-variable-removed", symbol, old: variable.name, at: spot)
        }
        for right in after {
            let type = "\(right.name): \(new.spelling.type(right.type))"
            guard let left = before.first(where: { $0.name == right.name }) else {
                report("server-variable-added", symbol, new: type, at: spot)
                continue
            }
            if !isSame(left.type, right.type) {
                report("server-variable-type-changed", symbol, old: old.spelling.type(left.type), new: type, at: spot)
            }
            if left.defaultValue != right.defaultValue {
                report(
                    "server-variable-default-changed", symbol, old: old.spelling.value(left.defaultValue),
                    new: "\(right.name) is \(new.spelling.value(right.defaultValue)) by default", at: spot)
            }
            guard isSame(left.type, right.type), case .named(let id) = right.type else { continue }
            let owner = new.name(of: id)
            for value in right.documentedValues where !left.documentedValues.contains(value) {
                report("server-variable-value-added", owner, new: value, at: spot)
            }
            for value in left.documentedValues where !right.documentedValues.contains(value) {
                report("server-variable-value-removed", owner, old: value, at: spot)
            }
        }
    }
}

extension ServerDecl {
    /// Whether a caller writes it with parentheses: it has variables, or extends a base address.
    fileprivate var isFunction: Bool {
        !variables.isEmpty || !(url.contains("://") || url.hasPrefix("{"))
    }
}
