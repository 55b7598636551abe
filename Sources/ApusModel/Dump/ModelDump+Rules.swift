extension ModelDump {
    /// `pages cursor query "pageToken" items /contacts: [Contact] cursor /next`
    func describe(_ paging: PagingDecl) -> String {
        var words = ["pages", paging.style.rawValue]
        switch paging.parameter {
        case .query(let name): words.append("query \"\(name)\"")
        case .body(let pointer): words.append("body \(pointer)")
        case nil: break
        }
        if paging.first != 1 { words.append("from \(paging.first)") }
        words.append("items \(paging.items.isEmpty ? "(all)" : paging.items): [\(describe(paging.item))]")
        let others = [
            ("cursor", paging.cursor), ("total", paging.total), ("pages", paging.pages), ("more", paging.more),
        ]
        words += others.compactMap { name, pointer in pointer.map { "\(name) \($0)" } }
        return words.joined(separator: " ")
    }

    func describe(_ refusal: RefusalDecl) -> String {
        let parts = [
            refusal.status.map { "status \($0)" }, refusal.code.map { "code \"\($0)\"" },
            refusal.text.map { "text \"\($0)\"" },
        ]
        let name = refusal.name.map { " as " + $0 } ?? ""
        return "refusal \"\(refusal.reason)\"\(name): " + parts.compactMap { $0 }.joined(separator: ", ")
            + (refusal.message.map { "; \"\($0)\"" } ?? "")
    }

    func describe(rulesOf client: ClientDecl) -> [String] {
        var lines = client.parameters.map { "takes \($0.name): \(describe($0.type))" }
        lines += client.rejections.map { rejection in
            let value = rejection.value.map { " is \"\($0)\"" } ?? ""
            let exceptions = rejection.exceptions.map { " not " + $0 }.joined()
            return "fails where \(rejection.pointer)\(value)\(exceptions)"
        }
        if let limit = client.rateLimit {
            let block = limit.block.map { ", block \($0) ms" } ?? ""
            lines.append("limit \(limit.requests) in \(limit.window) ms\(block)")
        }
        if client.dropsMismatches { lines.append("drops mismatches") }
        if let dates = client.dates { lines.append("dates without offset \(dates.withoutOffset) s") }
        if let retries = client.retries {
            let parts = [
                ("attempts", retries.attempts), ("initial", retries.initialDelay), ("maximum", retries.maximumDelay),
                ("server", retries.maximumServerDelay), ("deadline", retries.deadline),
            ]
            let words = parts.compactMap { name, value in value.map { " \(name) \($0)" } }
            lines.append("retries" + words.joined())
        }
        return lines
    }
}
