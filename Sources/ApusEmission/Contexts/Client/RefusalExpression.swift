import ApusModel

/// The refusals of an API in Swift: a constant for each code, and the rules.
enum RefusalExpression {
    static func reasons(_ refusals: [RefusalDecl], depth: Int) -> [CredentialsContext.SchemeContext] {
        var seen: Set<String> = []
        return refusals.compactMap { refusal in
            guard let name = refusal.name, seen.insert(name).inserted else { return nil }
            let doc = [refusal.message ?? "The code of a refusal.", DocText.code(refusal.reason)]
            return CredentialsContext.SchemeContext(
                doc: DocText.comment(doc, depth: depth), availability: [], name: name,
                key: SwiftSource.literal(refusal.reason), label: "")
        }
    }

    /// `static let refusals = [RefusalRule(status: 403, text: "a signed agreement", means: agreementRequired)]`
    static func rules(_ refusals: [RefusalDecl], _ printer: Printer) -> [String] {
        if refusals.isEmpty { return [] }
        let words = refusals.map { refusal in
            var arguments = refusal.status.map { ["status: \($0)"] } ?? []
            if let code = refusal.code { arguments.append("code: " + SwiftSource.literal(code)) }
            if let text = refusal.text { arguments.append("text: " + SwiftSource.literal(text)) }
            arguments.append("means: " + (refusal.name ?? reason(refusal, printer)))
            if let message = refusal.message { arguments.append("message: " + SwiftSource.literal(message)) }
            return printer.layout.call(printer.vocabulary["RefusalRule"], arguments, reserve: 1, depth: 2)
        }
        return [printer.layout.array(printer.access + "static let refusals = ", words, depth: 1)]
    }

    private static func reason(_ refusal: RefusalDecl, _ printer: Printer) -> String {
        printer.vocabulary["OAuthRefusal"] + ".Reason(rawValue: " + SwiftSource.literal(refusal.reason) + ")"
    }
}
