import ApusModel
import ApusSource
import ApusSpec

/// The successes of an operation, and the headers of its responses.
extension Comparison {
    func compareResponses(_ before: OperationDecl, _ after: OperationDecl, _ symbol: String) {
        switch (before.success, after.success) {
        case (.single(let left), .single(let right)):
            compareSuccess(left, right, symbol, of: after)
            if left.status != right.status {
                report(
                    "response-status-changed", symbol, old: Self.describe(left.status),
                    new: Self.describe(right.status), at: spot(of: right, in: after, new))
            }
        case (.several(_, let left), .several(_, let right)):
            compareCases(left, right, symbol, of: (before, after))
        case (.single(let left), .several(_, let right)):
            report(
                "response-now-several", symbol, old: Self.describe(left.payloads, old),
                at: spot(of: right.last ?? left, in: after, new))
        case (.several, .single(let right)):
            report(
                "response-no-longer-several", symbol, new: Self.describe(right.payloads, new),
                at: spot(of: right, in: after, new))
        }
        compareHeaders(
            headers(before.headers, old), headers(after.headers, new), symbol, of: (before, after))
    }

    private func compareCases(
        _ left: [ResponseCase], _ right: [ResponseCase], _ symbol: String, of pair: (OperationDecl, OperationDecl)
    ) {
        for one in left {
            guard let other = right.first(where: { $0.status == one.status }) else {
                report(
                    "response-status-removed", symbol, old: ChangeText.plain(one.name), wire: Self.describe(one.status),
                    at: .old(spotMark(of: one, in: pair.0, old)))
                continue
            }
            compareSuccess(one, other, symbol, of: pair.1)
        }
        for one in right where !left.contains(where: { $0.status == one.status }) {
            report(
                "response-status-added", symbol, new: ChangeText.plain(one.name), wire: Self.describe(one.status),
                at: spot(of: one, in: pair.1, new))
        }
    }

    private func compareSuccess(_ left: ResponseCase, _ right: ResponseCase, _ symbol: String, of after: OperationDecl)
    {
        let spot = spot(of: right, in: after, new)
        comparePayloads(left, right, symbol, at: spot, changed: "response-type-changed", prefix: "")
        if !Self.isSaidAlike(left.doc, right.doc) {
            report("response-description-changed", symbol, new: Self.describe(right.status), at: spot)
        }
    }

    /// - Parameters:
    ///   - changed: The kind for another Swift type.
    ///   - prefix: The case that has the body, before its type.
    func comparePayloads(
        _ left: ResponseCase, _ right: ResponseCase, _ symbol: String, at spot: Spot, changed: String, prefix: String
    ) {
        let (before, after) = (left.payloads, right.payloads)
        let isFailure = !prefix.isEmpty
        func enclose(_ text: String) -> String { isFailure ? "\(prefix)(\(text))" : text }
        func reportType() {
            let words = isFailure && after.isEmpty ? prefix + " has no value" : enclose(Self.describe(after, new))
            report(
                changed, symbol, old: isFailure && before.isEmpty ? "no value" : Self.describe(before, old), new: words,
                at: spot)
        }
        switch (before.count, after.count) {
        case (0, 0): return
        case (0, _):
            isFailure
                ? reportType() : report("response-no-longer-empty", symbol, new: Self.describe(after, new), at: spot)
        case (_, 0):
            isFailure ? reportType() : report("response-now-empty", symbol, old: Self.describe(before, old), at: spot)
        case (1, 1):
            guard isSame(before[0], after[0]) else { return reportType() }
            compareReading(before[0], after[0], symbol, at: spot, prefix: prefix)
        case (1, _), (_, 1): reportType()
        default: compareAlternatives(before, after, symbol, at: spot, changed: changed)
        }
    }

    private func compareAlternatives(
        _ before: [Payload], _ after: [Payload], _ symbol: String, at spot: Spot, changed: String
    ) {
        for one in before {
            guard let other = after.first(where: { $0.caseName == one.caseName }) else {
                report("response-content-type-removed", symbol, old: one.contentType, at: spot)
                continue
            }
            if isSame(one, other) {
                compareReading(one, other, symbol, at: spot, prefix: "")
            } else {
                report(
                    changed, symbol, old: Self.describe(one, old),
                    new: ".\(other.caseName)(\(Self.describe(other, new)))", at: spot)
            }
        }
        for one in after where !before.contains(where: { $0.caseName == one.caseName }) {
            report("response-content-type-added", symbol, new: one.contentType, at: spot)
        }
    }

    private func compareReading(_ left: Payload, _ right: Payload, _ symbol: String, at spot: Spot, prefix: String) {
        let (before, after) = (Self.contentTypes(of: left), Self.contentTypes(of: right))
        if before != after {
            report(
                prefix.isEmpty ? "response-content-type-changed" : "failure-content-type-changed", symbol, old: before,
                new: prefix.isEmpty ? after : "\(prefix) is read as \(after)", at: spot)
        }
        if left.terminator != right.terminator {
            report(
                "response-stream-end-changed", symbol, old: left.terminator ?? "the end of the body",
                new: right.terminator ?? "the end of the body", at: spot)
        }
        compareRoots(left, right, symbol, at: spot)
    }

    static func describe(_ status: ResponseCase.Status) -> String {
        switch status {
        case .code(let code): "status \(code)"
        case .range(let hundred): "status \(hundred)00 to \(hundred)99"
        case .otherwise: "any other status"
        }
    }

    func spot(of response: ResponseCase, in operation: OperationDecl, _ side: Side) -> Spot {
        .new(spotMark(of: response, in: operation, side))
    }

    func spotMark(of response: ResponseCase, in operation: OperationDecl, _ side: Side) -> SourceMark? {
        self.response(of: response, in: operation, side)?.mark ?? side.mark(ofOperation: operation.id)
    }

    /// The response of the document.
    func response(of response: ResponseCase, in operation: OperationDecl, _ side: Side) -> Response? {
        let status: ResponseStatus =
            switch response.status {
            case .code(let code): .code(code)
            case .range(let hundred): .range(hundred)
            case .otherwise: .otherwise
            }
        return side.operation(operation)?.responses.first { $0.status == status }
    }
}

extension Comparison {
    func headers(_ id: DeclID<HeadersDecl>?, _ side: Side) -> [HeaderDecl] {
        side.model.headers.find(id)?.headers ?? []
    }

    func compareHeaders(
        _ before: [HeaderDecl], _ after: [HeaderDecl], _ symbol: String, of pair: (OperationDecl, OperationDecl)
    ) {
        let pairs = MemberPairs(
            before, after, key: { $0.key.lowercased() }, name: \.key,
            isAlike: { $0.form == $1.form && self.isSame($0.type, $1.type) })
        for header in pairs.removed {
            report("response-header-removed", symbol, old: header.name, at: .old(mark(of: header, in: pair.0, old)))
        }
        for header in pairs.added {
            report(
                "response-header-added", symbol, new: "\(header.name): \(new.spelling.optional(header.type))",
                at: .new(mark(of: header, in: pair.1, new)))
        }
        for (left, right) in pairs.renamed {
            let spot = Spot.new(mark(of: right, in: pair.1, new))
            report(
                "response-header-renamed", symbol, old: left.name, new: right.name,
                wire: ChangeText.arrow(left.key, right.key), at: spot)
        }
        for (left, right) in pairs.same {
            compareHeader(left, right, symbol, at: .new(mark(of: right, in: pair.1, new)))
        }
    }

    private func compareHeader(_ left: HeaderDecl, _ right: HeaderDecl, _ symbol: String, at spot: Spot) {
        if left.name != right.name {
            report("response-header-renamed", symbol, old: left.name, new: right.name, at: spot)
        }
        if !isSame(left.type, right.type) {
            report(
                "response-header-type-changed", symbol, old: old.spelling.optional(left.type),
                new: "\(right.name): \(new.spelling.optional(right.type))", at: spot)
        } else if left.form != right.form {
            report(
                "response-header-form-changed", symbol, old: left.form.rawValue,
                new: "\(right.name) is read as \(right.form.rawValue)", at: spot)
        }
        if left.isRequired != right.isRequired {
            let id = right.isRequired ? "response-header-now-required" : "response-header-no-longer-required"
            report(id, symbol, new: right.name, at: spot)
        }
        if left.deprecation == nil, right.deprecation != nil {
            report("response-header-deprecated", symbol, new: right.name, at: spot)
        }
    }

    private func mark(of header: HeaderDecl, in operation: OperationDecl, _ side: Side) -> SourceMark? {
        let headers = side.operation(operation)?.responses.flatMap(\.headers) ?? []
        return headers.first { $0.name.lowercased() == header.key.lowercased() }?.mark
            ?? side.mark(ofOperation: operation.id)
    }
}
