import ApusModel
import ApusSource

/// The client as a whole: its names and its rules.
extension Comparison {
    func compareClient() {
        let (before, after) = (old.model, new.model)
        let spot = Spot.new(SourceMark(file: new.root, offset: 0))
        if before.module != after.module { report("module-renamed", before.module, to: after.module, at: spot) }
        if before.source.version != after.source.version {
            report("version-changed", after.module, old: before.source.version, new: after.source.version, at: spot)
        }
        if before.source.title != after.source.title {
            report("title-changed", after.module, old: before.source.title, new: after.source.title, at: spot)
        }
        let (groups, others) = (before.namespaces.map(\.name), after.namespaces.map(\.name))
        for name in groups where !others.contains(name) { report("group-removed", "client." + name, at: spot) }
        for name in others where !groups.contains(name) { report("group-added", "client." + name, at: spot) }
        compareRules(before.client, after.client, at: spot)
    }

    private func compareRules(_ before: ClientDecl, _ after: ClientDecl, at spot: Spot) {
        for rule in after.rejections where !before.rejections.contains(rule) {
            report("failure-rule-added", after.name, new: Self.describe(rule), at: spot)
        }
        for rule in before.rejections where !after.rejections.contains(rule) {
            report("failure-rule-removed", after.name, old: Self.describe(rule), at: spot)
        }
        report(
            ("rate-limit-added", "rate-limit-changed", "rate-limit-removed"), after.name, before.rateLimit,
            after.rateLimit, at: spot
        ) { "\($0.requests) in \($0.window) ms" + ($0.block.map { ", blocked for \($0) ms" } ?? "") }
        if before.retries != after.retries {
            report(
                "retries-changed", after.name, old: Self.describe(before.retries), new: Self.describe(after.retries),
                at: spot)
        }
        if before.dates != after.dates {
            report(
                "dates-offset-changed", after.name, old: Self.describe(before.dates), new: Self.describe(after.dates),
                at: spot)
        }
    }

    private static func describe(_ rule: RejectionDecl) -> String {
        (rule.pointer.isEmpty ? "its body" : rule.pointer) + (rule.value.map { " is \"\($0)\"" } ?? " is a value")
            + rule.exceptions.map { ", not in " + $0 }.joined()
    }

    private static func describe(_ retries: RetriesDecl?) -> String {
        guard let retries else { return "the usual delays" }
        let parts = [
            (retries.attempts, "attempts"), (retries.initialDelay, "ms at first"),
            (retries.maximumDelay, "ms at most"), (retries.maximumServerDelay, "ms at most by the server"),
            (retries.deadline, "ms in all"),
        ]
        return list(parts.compactMap { value, words in value.map { "\($0) \(words)" } })
    }

    private static func describe(_ dates: DatesDecl?) -> String {
        guard let dates else { return "an error" }
        let minutes = abs(dates.withoutOffset) / 60
        func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (dates.withoutOffset < 0 ? "-" : "+") + pad(minutes / 60) + ":" + pad(minutes % 60)
    }
}
