import ApusModel
import ApusSource
import ApusSpec

/// `x-apus-pagination`, and `paging` of the configuration, which overrides it; without both, the extensions of other generators.
extension Lowerer {
    /// The configuration's `default` completes an operation's rule, then the document's own extension.
    func lowerPaging(of operation: Operation, id: String, accepting body: BodyDecl?) -> PagingDecl? {
        var stated = options.rules.paging[id]
        if let node = operation.extensions["x-apus-pagination"] {
            let own = readRule("x-apus-pagination", at: operation.pointer) { reader, pointer in
                reader.readPagingRule(node, pointer: pointer)
            }
            guard let own else { return nil }
            stated = stated?.filled(from: own) ?? own
        }
        guard let stated else { return lowerForeignPaging(of: operation, id: id, accepting: body) }
        let rule = stated.filled(from: options.rules.paging["default"]).filled(from: documentPaging)
        switch makePaging(rule, for: operation, accepting: body) {
        case .success(let paging): return paging
        case .failure(let reason):
            let origin = Origins.Origin(mark: operation.mark, pointer: operation.pointer)
            log.report(.unusablePaging(of: id, reason.text, origin, isForeign: false))
            return nil
        }
    }

    /// A rule of another generator stands alone, and one that cannot be used is worth a note: Apus is not asked for it.
    private func lowerForeignPaging(of operation: Operation, id: String, accepting body: BodyDecl?) -> PagingDecl? {
        guard let rule = ForeignPaging(operation, of: document).find() else { return nil }
        switch makePaging(rule, for: operation, accepting: body) {
        case .success(var paging):
            paging.isForeign = true
            return paging
        case .failure(let reason):
            let origin = Origins.Origin(mark: operation.mark, pointer: operation.pointer)
            log.report(.unusablePaging(of: id, reason.text, origin, isForeign: true))
            return nil
        }
    }

    private struct Reason: Error {
        var text: String
    }

    private func makePaging(
        _ rule: PagingOptions, for operation: Operation, accepting body: BodyDecl?
    ) -> Result<PagingDecl, Reason> {
        guard let style = rule.style else { return .failure(Reason(text: "it has no `style`")) }
        var paging = PagingDecl(style: style, parameter: nil, items: rule.items ?? "")
        paging.first = rule.first ?? 1
        (paging.cursor, paging.total, paging.pages, paging.more) = (rule.cursor, rule.total, rule.pages, rule.more)
        let pointers = [paging.items, rule.cursor ?? "", rule.total ?? "", rule.pages ?? "", rule.more ?? ""]
        if let wrong = pointers.first(where: { !$0.isEmpty && !$0.hasPrefix("/") }) {
            return .failure(Reason(text: "\"\(wrong)\" is not a JSON pointer, which begins with /"))
        }
        switch style {
        case .cursor, .lastItem, .nextURL:
            if rule.cursor == nil { return .failure(Reason(text: "the style \(style.rawValue) needs a `cursor`")) }
        case .pageNumber, .offset, .link: break
        }
        if style == .nextURL || style == .link { return .success(paging) }
        guard let parameter = rule.parameter else {
            return .failure(Reason(text: "the style \(style.rawValue) needs a `parameter`"))
        }
        if parameter.hasPrefix("/") {
            let codings = body?.alternatives.map(\.coding) ?? []
            guard !codings.isEmpty, codings.allSatisfy({ $0 == .json || $0 == .form }) else {
                return .failure(Reason(text: "\(parameter) needs a body that is JSON or a form"))
            }
            paging.parameter = .body(parameter)
        } else {
            guard operation.parameters.contains(where: { $0.name == parameter && $0.location == .query }) else {
                return .failure(Reason(text: "it has no query parameter \"\(parameter)\""))
            }
            paging.parameter = .query(parameter)
        }
        return .success(paging)
    }
}

extension Diagnostic {
    /// - Parameters:
    ///   - origin: The operation's location; nil where there is none.
    ///   - isForeign: Whether the rule is in an extension of another generator.
    static func unusablePaging(
        of id: String, _ reason: String, _ origin: Origins.Origin?, isForeign: Bool
    ) -> Diagnostic {
        Diagnostic(
            id: "unusable-paging", severity: isForeign ? .note : .warning,
            message: "Apus cannot follow the pages of \(id): \(reason)",
            mark: origin?.mark, pointer: origin?.pointer,
            hint: isForeign
                ? "the client has no paging for it; `paging` in the configuration overrides the extension of another generator"
                : "the client has no paging for it; correct `paging` in the configuration, or `x-apus-pagination`")
    }
}
