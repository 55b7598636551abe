import ApusJSON
import ApusModel
import ApusSource
import ApusSpec

/// The rule that `x-stainless-pagination-property` beside a query parameter and members of the answer make together.
struct StainlessPaging {
    /// Members this deep in an answer are not looked at, and no more of them than this.
    private static let depthLimit = 3
    private static let memberLimit = 1_000

    private let operation: Operation
    private let document: Document

    init(_ operation: Operation, of document: Document) {
        self.operation = operation
        self.document = document
    }

    /// nil where no query parameter has a purpose.
    func find() -> PagingOptions? {
        var rule = PagingOptions()
        for parameter in operation.parameters where parameter.location == .query {
            guard let style = purpose(parameter.extensions, parameter.schema).flatMap({ Self.styles[$0] }) else {
                continue
            }
            (rule.style, rule.parameter) = (style, parameter.name)
        }
        guard rule.style != nil, let schema = answer else { return nil }
        if schema.types.contains(.array) {
            rule.cursor = itemCursor(in: schema)
        } else {
            var remaining = Self.memberLimit
            visit(schema, at: "", depth: 0, &rule, &remaining)
        }
        return rule
    }

    private static let styles: [String: PagingDecl.Style] = [
        "next_cursor_param": .cursor, "next_cursor_id_param": .lastItem, "page_number_param": .pageNumber,
        "offset_count_param": .offset,
    ]

    /// The schema of the first JSON answer to a success.
    private var answer: Schema? {
        let response = operation.responses.first { response in
            switch response.status {
            case .code(let code): (200..<300).contains(code)
            case .range(let range): range == 2
            case .otherwise: false
            }
        }
        let schema = response?.content.first { $0.contentType.contains("json") }?.schema
        return schema.map(document.resolve)
    }

    private func visit(
        _ schema: Schema, at pointer: String, depth: Int, _ rule: inout PagingOptions, _ remaining: inout Int
    ) {
        guard depth < Self.depthLimit else { return }
        for part in schema.allOf { visit(document.resolve(part), at: pointer, depth: depth + 1, &rule, &remaining) }
        for property in schema.object.properties where remaining > 0 {
            remaining -= 1
            let pointer = pointer + "/" + JSONPointer.escape(property.name)
            let inner = document.resolve(property.schema)
            switch purpose(Extensions(), property.schema) {
            case "items":
                rule.items = pointer
                rule.cursor = rule.cursor ?? itemCursor(in: inner)
            case "next_cursor_field": rule.cursor = pointer
            case "has_next_page": rule.more = pointer
            case "total_page_count_field": rule.pages = pointer
            case "offset_total_count_field": rule.total = pointer
            default: visit(inner, at: pointer, depth: depth + 1, &rule, &remaining)
            }
        }
    }

    /// The member of an item that selects the next page.
    private func itemCursor(in list: Schema) -> String? {
        guard let item = list.array.items.map(document.resolve) else { return nil }
        let parts = [item] + item.allOf.map(document.resolve)
        let property = parts.flatMap(\.object.properties).first {
            purpose(Extensions(), $0.schema) == "cursor_item_id"
        }
        return property.map { "/" + JSONPointer.escape($0.name) }
    }

    /// The purpose that a schema declares, or else the schema that it refers to.
    private func purpose(_ extensions: Extensions, _ schema: Schema?) -> String? {
        let all = [extensions, schema?.extensions, schema.map { document.resolve($0).extensions }]
        return all.lazy.compactMap { $0?["x-stainless-pagination-property"]?["purpose"]?.string }.first
    }
}
