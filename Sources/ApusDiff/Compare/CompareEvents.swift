import ApusModel
import ApusSource

/// Webhooks, which are cases of one enum, and callbacks, which are aliases of their payloads.
extension Comparison {
    func compareEvents() {
        compareWebhooks()
        let (before, after) = (callbacks(of: old), callbacks(of: new))
        let pairs = MemberPairs(before, after, key: \.name, name: \.name, isAlike: { _, _ in false })
        for event in pairs.removed {
            report("callback-removed", event.name, wire: event.key, at: .old(old.mark(ofEvent: event.key)))
        }
        for event in pairs.added {
            report("callback-added", event.name, wire: event.key, at: .new(new.mark(ofEvent: event.key)))
        }
        for (left, right) in pairs.same {
            let (first, second) = (left.payload, right.payload)
            let isAlike = first == nil && second == nil || zip([first], [second]).contains { isSame($0, $1) }
            if !isAlike {
                report(
                    "callback-payload-changed", right.name, old: describe(first, old), new: describe(second, new),
                    at: .new(new.mark(ofEvent: right.key)))
            }
        }
    }

    private func isSame(_ left: Payload?, _ right: Payload?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return isSame(left, right)
    }

    private func describe(_ payload: Payload?, _ side: Side) -> String {
        payload.map { Self.describe($0, side) } ?? "nothing"
    }

    private func callbacks(of side: Side) -> [EventDecl] {
        let webhooks = side.webhookKeys
        return side.model.events.filter { !webhooks.contains($0.key) }
    }

    private struct Webhook {
        let name: String
        let key: String
        let payload: Payload?
        let type: TypeRef
        let doc: Doc
    }

    private func webhooks(of side: Side) -> (owner: String, list: [Webhook]) {
        guard let decl = side.model.webhooks, case .union(let union) = side.types[decl.type] else { return ("", []) }
        let list = decl.cases.compactMap { one -> Webhook? in
            guard let other = union.cases.find(one.unionCase) else { return nil }
            return Webhook(name: other.name, key: one.key, payload: one.payload, type: other.type, doc: other.doc)
        }
        return (side.name(of: decl.type), list)
    }

    private func compareWebhooks() {
        let (before, after) = (webhooks(of: old), webhooks(of: new))
        let pairs = MemberPairs(
            before.list, after.list, key: \.key, name: \.key, isAlike: { self.isSame($0.type, $1.type) })
        for one in pairs.removed {
            report(
                "webhook-removed", "\(before.owner).\(one.name)", wire: one.key,
                at: .old(old.mark(ofEvent: one.key)))
        }
        for one in pairs.added {
            report(
                "webhook-added", "\(after.owner).\(one.name)", wire: one.key,
                at: .new(new.mark(ofEvent: one.key)))
        }
        for (left, right) in pairs.renamed + pairs.same {
            compare(left, right, before.owner, after.owner, at: .new(new.mark(ofEvent: right.key)))
        }
        guard let left = old.model.webhooks, let right = new.model.webhooks else { return }
        if left.nameLocation != right.nameLocation {
            report(
                "webhook-name-location-changed", after.owner, old: Self.describe(left.nameLocation),
                new: Self.describe(right.nameLocation), at: .new(SourceMark(file: new.root, offset: 0)))
        }
    }

    private func compare(_ left: Webhook, _ right: Webhook, _ before: String, _ after: String, at spot: Spot) {
        let wire = left.key == right.key ? nil : ChangeText.arrow(left.key, right.key)
        let symbol = "\(after).\(right.name)"
        if left.name != right.name || before != after {
            report(
                "webhook-renamed", "\(before).\(left.name)", to: symbol, wire: wire, at: spot,
                keeping: ChangeText.rename(right.key, to: left.name))
        } else if wire != nil {
            report("webhook-key-changed", symbol, wire: wire, at: spot)
        }
        if !isSame(left.type, right.type) {
            report(
                "webhook-payload-changed", symbol, old: old.spelling.type(left.type),
                new: new.spelling.type(right.type), at: spot)
        } else if left.payload?.contentType != right.payload?.contentType {
            report(
                "webhook-content-type-changed", symbol, old: left.payload?.contentType ?? ChangeText.none,
                new: right.payload?.contentType ?? ChangeText.none, at: spot)
        }
        if !Self.isSaidAlike(left.doc, right.doc) { report("webhook-description-changed", symbol, at: spot) }
    }

    private static func describe(_ location: WebhooksDecl.NameLocation?) -> String {
        if let header = location?.header { return "the header " + header }
        return location?.member.map { "the member " + $0 } ?? "the payload's form"
    }
}
