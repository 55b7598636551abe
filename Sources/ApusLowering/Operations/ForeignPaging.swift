import ApusJSON
import ApusModel
import ApusSource
import ApusSpec

/// The pagination of an operation in an extension of another generator, as a rule of Apus: `x-ms-pageable`, `x-speakeasy-pagination`,
/// `x-fern-pagination` and `x-stainless-pagination-property`.
struct ForeignPaging {
    private let operation: Operation
    private let document: Document

    init(_ operation: Operation, of document: Document) {
        self.operation = operation
        self.document = document
    }

    /// The rule of the first extension that has one; nil where none has, or its words have no counterpart.
    func find() -> PagingOptions? {
        if let node = operation.extensions["x-ms-pageable"] { return readPageable(node) }
        if let node = operation.extensions["x-speakeasy-pagination"] { return readInputs(node) }
        if let node = operation.extensions["x-fern-pagination"] {
            // `true`: as the document has it for all.
            return readExpressions(node.boolean == true ? document.extensions["x-fern-pagination"] ?? node : node)
        }
        return StainlessPaging(operation, of: document).find()
    }

    /// `{ nextLinkName: nextLink, itemName: value }`; without a link there is one page.
    private func readPageable(_ node: SourceNode) -> PagingOptions? {
        guard let link = node["nextLinkName"]?.string else { return nil }
        var rule = PagingOptions()
        rule.style = .nextURL
        rule.cursor = "/" + JSONPointer.escape(link)
        rule.items = "/" + JSONPointer.escape(node["itemName"]?.string ?? "value")
        return rule
    }

    /// `{ type: cursor, inputs: [{ name: cursor, in: parameters, type: cursor }], outputs: { results: $.data, nextCursor: $.next } }`
    private func readInputs(_ node: SourceNode) -> PagingOptions? {
        var rule = PagingOptions()
        let outputs = node["outputs"]
        func output(_ name: String) -> String? { outputs?[name]?.string.flatMap { Self.pointer(of: $0, root: "$") } }
        rule.items = output("results")
        rule.pages = output("numPages")
        switch node["type"]?.string {
        case "url":
            rule.style = .nextURL
            rule.cursor = output("nextUrl")
        case "cursor":
            rule.parameter = Self.input("cursor", of: node)
            if let (items, member) = (outputs?["nextCursor"]?.string).flatMap(Self.lastItem) {
                (rule.style, rule.items, rule.cursor) = (.lastItem, rule.items ?? items, member)
            } else {
                (rule.style, rule.cursor) = (.cursor, output("nextCursor"))
            }
        case "offsetLimit":
            let page = Self.input("page", of: node)
            rule.style = page == nil ? .offset : .pageNumber
            rule.parameter = page ?? Self.input("offset", of: node)
        default: return nil
        }
        return rule
    }

    /// The parameter of the first input of a kind; a member of the body as a pointer.
    private static func input(_ type: String, of node: SourceNode) -> String? {
        let input = node["inputs"]?.sequence?.first { $0["type"]?.string == type }
        guard let name = input?["name"]?.string else { return nil }
        return input?["in"]?.string == "requestBody" ? "/" + JSONPointer.escape(name) : name
    }

    /// `{ cursor: $request.cursor, next_cursor: $response.next, results: $response.data }`, or with `offset`, and a `step` where it counts items.
    private func readExpressions(_ node: SourceNode) -> PagingOptions? {
        var rule = PagingOptions()
        func response(_ name: String) -> String? {
            node[name]?.string.flatMap { Self.pointer(of: $0, root: "$response") }
        }
        rule.items = response("results")
        rule.more = response("has-next-page")
        if let uri = response("next_uri") {
            (rule.style, rule.cursor) = (.nextURL, uri)
        } else if let cursor = node["cursor"]?.string {
            (rule.style, rule.parameter, rule.cursor) = (.cursor, parameter(cursor), response("next_cursor"))
        } else if let offset = node["offset"]?.string {
            (rule.style, rule.parameter) = (node["step"] == nil ? .pageNumber : .offset, parameter(offset))
        } else {
            return nil
        }
        return rule
    }

    /// `$request.cursor`: a query parameter, otherwise a member of the body.
    private func parameter(_ expression: String) -> String? {
        guard let pointer = Self.pointer(of: expression, root: "$request") else { return nil }
        let tokens = JSONPointer.split(pointer)
        let isQuery = operation.parameters.contains { parameter in
            parameter.location == .query && tokens.count == 1 && SourceKey.areSame(parameter.name, tokens[0])
        }
        return isQuery ? tokens.first : pointer
    }

    /// `$.meta.next` → `/meta/next`; nil for a path that is more than names.
    private static func pointer(of path: String, root: String) -> String? {
        guard path.hasPrefix(root) else { return nil }
        let rest = path.dropFirst(root.count)
        if rest.isEmpty { return "" }
        guard rest.first == ".", !rest.contains(where: { "[]()*?@".contains($0) }) else { return nil }
        let names = rest.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
        return names.map { "/" + JSONPointer.escape(String($0)) }.joined()
    }

    /// `$.data[(@.length-1)].id` → `/data`, `/id`
    private static func lastItem(_ path: String) -> (items: String, member: String)? {
        for mark in ["[(@.length-1)]", "[-1:]", "[-1]"] {
            let parts = path.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let items = pointer(of: String(parts[0]), root: "$"),
                let member = pointer(of: "$" + parts[1], root: "$")
            else { continue }
            return (items, member)
        }
        return nil
    }
}
