import ApusJSON
import ApusLowering
import ApusModel
import ApusSpec

/// Finds the operations whose lists come in pages, by the names that APIs give to parameters and members.
struct PagingSigns {
    private let document: Document

    init(_ document: Document) {
        self.document = document
    }

    /// In the order of the document; a rule for each operation that returns a list and takes a page.
    func find() -> [(id: String, rule: PagingOptions, operation: Operation)] {
        document.paths.flatMap(\.operations).compactMap { operation in
            guard operation.method == "GET", let id = operation.operationID, let rule = rule(for: operation) else {
                return nil
            }
            return (id, rule, operation)
        }
    }

    private func rule(for operation: Operation) -> PagingOptions? {
        guard let response = operation.responses.first(where: \.status.isSuccess),
            let schema = response.content.first(where: { $0.contentType.contains("json") })?.schema
        else { return nil }
        let answer = Answer(document, document.resolve(schema))
        guard let items = answer.items else { return nil }
        var rule = PagingOptions()
        if !items.isEmpty { rule.items = items }
        guard choose(operation, response, answer, &rule) else { return nil }
        rule.total = answer.member(["total", "totalcount", "totalitems", "totalresults", "totalrecords"], of: .integer)
        rule.more = answer.member(["hasmore", "more", "hasnext", "hasnextpage"], of: .boolean)
        if rule.style == .pageNumber {
            rule.pages = answer.member(["totalpages", "pages", "pagecount", "lastpage", "numpages"], of: .integer)
        }
        return rule
    }

    /// Sets the style with its parameter and cursor; false where there is none.
    private func choose(_ operation: Operation, _ response: Response, _ answer: Answer, _ rule: inout PagingOptions)
        -> Bool
    {
        func parameter(_ names: [String], _ type: SchemaType) -> String? {
            operation.parameters.first { parameter in
                guard parameter.location == .query, names.contains(Self.fold(parameter.name)) else { return false }
                let types = parameter.schema.map { document.resolve($0).types } ?? []
                return types.isEmpty || types.contains(type)
            }?.name
        }
        let cursors = ["nextcursor", "nextpagetoken", "nexttoken", "continuationtoken", "endcursor", "cursor", "next"]
        if let name = parameter(["cursor", "pagetoken", "nexttoken", "continuationtoken", "after"], .string),
            let cursor = answer.member(cursors, of: .string)
        {
            (rule.style, rule.parameter, rule.cursor) = (.cursor, name, cursor)
        } else if let name = parameter(["page", "pagenumber", "pageno", "pageindex", "pagenum"], .integer) {
            (rule.style, rule.parameter) = (.pageNumber, name)
        } else if let name = parameter(["offset", "skip", "startat", "startindex"], .integer) {
            (rule.style, rule.parameter) = (.offset, name)
        } else if let name = parameter(["startingafter", "beforeid", "afterid", "sinceid"], .string) {
            (rule.style, rule.parameter, rule.cursor) = (.lastItem, name, "/id")
        } else if let cursor = answer.member(
            ["nexturl", "nextlink", "nextpageurl", "odatanextlink", "next"], of: .string)
        {
            (rule.style, rule.cursor) = (.nextURL, cursor)
        } else if response.headers.contains(where: { $0.name.lowercased() == "link" }) {
            rule.style = .link
        } else {
            return false
        }
        return true
    }

    /// `page[number]` and `pageNumber` → `pagenumber`
    fileprivate static func fold(_ name: String) -> String {
        name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// The members of a response, down to those of its members.
    private struct Answer {
        private struct Member {
            let pointer: String
            let name: String
            let schema: Schema
        }

        private var members: [Member] = []
        /// The JSON pointer of the list; nil where there is none, or more than one.
        private(set) var items: String?

        init(_ document: Document, _ schema: Schema) {
            guard !schema.types.contains(.array) else {
                items = ""
                return
            }
            let outer = Self.members(of: schema, at: "", document)
            let inner = outer.flatMap { Self.members(of: $0.schema, at: $0.pointer, document) }
            members = outer + inner
            items = Self.list(among: outer) ?? Self.list(among: inner)
        }

        private static func list(among members: [Member]) -> String? {
            let lists = members.filter { $0.schema.types.contains(.array) }
            if lists.count == 1 { return lists[0].pointer }
            let usual = ["data", "items", "results", "records", "values", "entries"]
            return lists.first { usual.contains($0.name) }?.pointer
        }

        /// Those of `allOf` count as its own.
        private static func members(of schema: Schema, at pointer: String, _ document: Document, depth: Int = 0)
            -> [Member]
        {
            guard depth < 4 else { return [] }
            let own = schema.object.properties.map { property in
                Member(
                    pointer: pointer + "/" + JSONPointer.escape(property.name), name: fold(property.name),
                    schema: document.resolve(property.schema))
            }
            return own
                + schema.allOf.flatMap { members(of: document.resolve($0), at: pointer, document, depth: depth + 1) }
        }

        /// The first member with one of the names, in the order of the names.
        func member(_ names: [String], of type: SchemaType) -> String? {
            for name in names {
                if let found = members.first(where: { $0.name == name && $0.schema.types.contains(type) }) {
                    return found.pointer
                }
            }
            return nil
        }
    }
}

extension ResponseStatus {
    fileprivate var isSuccess: Bool {
        switch self {
        case .code(let code): (200..<300).contains(code)
        case .range(let range): range == 2
        case .otherwise: false
        }
    }
}
