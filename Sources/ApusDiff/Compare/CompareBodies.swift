import ApusModel
import ApusSource
import ApusSpec

/// The body of a request, its content types and its parts.
extension Comparison {
    func compareBodies(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String) {
        let spot = Spot.new(
            new.operation(after)?.requestBody?.mark ?? new.mark(ofOperation: after.id))
        guard let left = before.body, let right = after.body else {
            if let body = after.body {
                report(
                    body.isRequired ? "body-added-required" : "body-added-optional", symbol,
                    new: Self.describe(body, new), wire: body.alternatives.first?.contentType, at: spot)
            }
            if let body = before.body {
                let mark = old.operation(before)?.requestBody?.mark ?? old.mark(ofOperation: before.id)
                report("body-removed", symbol, old: Self.describe(body, old), at: .old(mark))
            }
            return
        }
        if left.isRequired != right.isRequired {
            let id = right.isRequired ? "body-now-required" : "body-now-optional"
            report(id, symbol, new: Self.describe(right, new), at: spot)
        }
        if !Self.isSaidAlike(left.doc, right.doc) { report("body-description-changed", symbol, at: spot) }
        switch (left.isUniform, right.isUniform) {
        case (true, true): compareUniform(left, right, symbol, at: spot)
        case (false, false): compareSeveral(left, right, symbol, at: spot)
        case (true, false): report("body-now-several", symbol, old: Self.describe(left, old), at: spot)
        case (false, true): report("body-no-longer-several", symbol, new: Self.describe(right, new), at: spot)
        }
    }

    private static func describe(_ body: BodyDecl, _ side: Side) -> String {
        describe(body.isUniform ? Array(body.alternatives.prefix(1)) : body.alternatives, side)
    }

    /// One Swift type, whatever the content type.
    private func compareUniform(_ left: BodyDecl, _ right: BodyDecl, _ symbol: String, at spot: Spot) {
        guard let first = left.alternatives.first, let second = right.alternatives.first else { return }
        guard isSame(first, second) else {
            return report(
                "body-type-changed", symbol, old: Self.describe(first, old), new: Self.describe(second, new), at: spot)
        }
        compareParts(first, second, symbol, at: spot)
        switch (left.choice, right.choice) {
        case (nil, nil):
            if first.contentType != second.contentType {
                report(
                    "body-content-type-changed", symbol, old: first.contentType, new: second.contentType, at: spot)
            }
        case (nil, .text(default: nil)), (nil, .listed(hasDefault: false)):
            report("body-content-type-now-demanded", symbol, new: right.choiceName, at: spot)
        case (.some, nil):
            report(
                "body-content-type-no-longer-demanded", symbol, old: left.choiceName, new: second.contentType, at: spot)
        default: compareChoices(left, right, symbol, at: spot)
        }
    }

    private func compareChoices(_ left: BodyDecl, _ right: BodyDecl, _ symbol: String, at spot: Spot) {
        let (before, after) = (left.alternatives.map(\.contentType), right.alternatives.map(\.contentType))
        for type in before where !after.contains(type) {
            report("body-content-type-removed", symbol, old: type, at: spot)
        }
        for type in after where !before.contains(type) {
            report("body-content-type-added", symbol, new: type, at: spot)
        }
        if let first = before.first, let second = after.first, first != second {
            report(
                "body-content-type-default-changed", symbol, old: first, new: second, at: spot)
        }
    }

    /// An enum over bodies.
    private func compareSeveral(_ left: BodyDecl, _ right: BodyDecl, _ symbol: String, at spot: Spot) {
        for first in left.alternatives {
            guard let second = right.alternatives.first(where: { $0.caseName == first.caseName }) else {
                report("body-content-type-removed", symbol, old: first.contentType, at: spot)
                continue
            }
            if !isSame(first, second) {
                report(
                    "body-type-changed", symbol, old: Self.describe(first, old),
                    new: ".\(second.caseName)(\(Self.describe(second, new)))", at: spot)
            } else if first.contentType != second.contentType {
                report(
                    "body-content-type-changed", symbol, old: first.contentType, new: second.contentType, at: spot)
            }
            compareParts(first, second, symbol, at: spot)
        }
        for second in right.alternatives where !left.alternatives.contains(where: { $0.caseName == second.caseName }) {
            report("body-content-type-added", symbol, new: second.contentType, at: spot)
        }
    }

    private func compareParts(_ left: Payload, _ right: Payload, _ symbol: String, at spot: Spot) {
        compareRoots(left, right, symbol, at: spot)
        let keys =
            left.parts.map(\.key) + right.parts.map(\.key).filter { key in !left.parts.contains { $0.key == key } }
        for key in keys {
            let before = left.parts.first { $0.key == key } ?? PartDecl(key: key)
            let after = right.parts.first { $0.key == key } ?? PartDecl(key: key)
            if before.contentType != after.contentType {
                report(
                    "part-content-type-changed", symbol, old: Self.form(of: before),
                    new: "\(key) \(Self.form(of: after))", at: spot)
            }
            let (first, second) = (Self.style(of: before), Self.style(of: after))
            if first != second {
                report("part-style-changed", symbol, old: first, new: "\(key) \(second)", at: spot)
            }
            if before.headers != after.headers {
                report(
                    "part-header-changed", symbol, old: Self.list(before.headers.map { "\($0.name): \($0.value)" }),
                    new: "\(key) with \(Self.list(after.headers.map { "\($0.name): \($0.value)" }))", at: spot)
            }
        }
    }

    private static func form(of part: PartDecl) -> String {
        "as " + (part.contentType ?? "its type says")
    }

    /// `in the style form, with each element apart`
    private static func style(of part: PartDecl) -> String {
        guard let style = part.style else { return "as its content type says" }
        return "in the style \(style), "
            + (part.explode ? "with each element apart" : "with all elements together")
            + (part.allowsReserved ? ", with reserved characters as they are" : "")
    }
}
