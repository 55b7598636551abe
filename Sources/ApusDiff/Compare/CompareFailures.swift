import ApusModel
import ApusSpec

/// The documented failures of an operation. An operation without any has the case `undocumented`, as all others do.
extension Comparison {
    func compareFailures(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String) {
        let (left, right) = (cases(of: before.failure, old), cases(of: after.failure, new))
        for one in left where !right.contains(where: { $0.status == one.status }) {
            report(
                "failure-removed", symbol, old: ChangeText.plain(one.name), wire: Self.describe(one.status),
                at: .old(spotMark(of: one, in: before, old)))
        }
        for one in right where !left.contains(where: { $0.status == one.status }) {
            report(
                "failure-added", symbol, new: ChangeText.plain(one.name), wire: Self.describe(one.status),
                at: spot(of: one, in: after, new))
        }
        for one in left {
            guard let other = right.first(where: { $0.status == one.status }) else { continue }
            compareFailure(one, other, symbol, at: spot(of: other, in: after, new))
            // Operations share the type of their failures, so its model has no description of one.
            let words = [response(of: one, in: before, old), response(of: other, in: after, new)].map {
                $0?.documentation
            }
            if words[0] != words[1] {
                report(
                    "failure-description-changed", symbol, new: ChangeText.plain(other.name),
                    at: spot(of: other, in: after, new))
            }
        }
        compareHeaders(
            headers(of: before.failure, old), headers(of: after.failure, new), symbol + ".Failure", of: (before, after))
    }

    private func headers(of failure: FailureRef, _ side: Side) -> [HeaderDecl] {
        headers(side.model.failures.find(failure.id)?.headers, side)
    }

    private func compareFailure(_ left: ResponseCase, _ right: ResponseCase, _ symbol: String, at spot: Spot) {
        let name = ChangeText.plain(right.name)
        comparePayloads(left, right, symbol, at: spot, changed: "failure-type-changed", prefix: name)
    }
}
