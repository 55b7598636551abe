import ApusContract
import ApusSource
import ApusSpec

/// Traffic for the operations of a document, the same on every run: values made from its schemas, with deviations.
struct GeneratedTraffic {
    private let document: Document
    private var state: UInt64

    init(_ document: Document, seed: UInt64) {
        self.document = document
        state = seed
    }

    /// An answer for each documented response with JSON, up to a number.
    mutating func exchanges(limit: Int) -> [ContractExchange] {
        var all: [ContractExchange] = []
        for operation in document.paths.flatMap(\.operations) {
            let url = operation.path.replacing("{", with: "").replacing("}", with: "")
            for response in operation.responses where all.count < limit {
                guard case .code(let status) = response.status, let media = response.content.first,
                    let schema = media.schema, media.contentType.contains("json")
                else { continue }
                let type = chance(20) ? "application/csv" : "application/json"
                let other = chance(20) ? 299 : status
                all.append(.answer(value(schema, depth: 5), status: other, type: type, to: operation.method, url))
            }
        }
        return all
    }

    private mutating func value(_ schema: Schema, depth: Int) -> String {
        if chance(15) { return ["null", "true", "7", "0.5", "\"text\"", "[1]", "{\"x y\":{}}"][draw(7)] }
        let schema = document.resolve(schema)
        if let value = schema.const ?? schema.enumeration?.first, !chance(6) { return value.json }
        if depth == 0 { return "{}" }
        let parts =
            schema.allOf + (schema.oneOf.isEmpty ? [] : [schema.oneOf[draw(schema.oneOf.count)]])
            + (schema.anyOf.isEmpty ? [] : [schema.anyOf[draw(schema.anyOf.count)]])
        if schema.types.isEmpty, schema.object.properties.isEmpty, let part = parts.first {
            return value(part, depth: depth - 1)
        }
        switch schema.types.first {
        case .string, .file: return "\"text\""
        case .integer, .number: return "7"
        case .boolean: return "true"
        case .array:
            let items = (0..<2).map { _ in schema.array.items.map { value($0, depth: depth - 1) } ?? "1" }
            return "[" + items.joined(separator: ",") + "]"
        case .object, nil: return object(schema, depth: depth)
        }
    }

    private mutating func object(_ schema: Schema, depth: Int) -> String {
        var members: [String] = []
        for property in schema.object.properties.prefix(30) where !chance(8) {
            let name = SourceNode(.string(property.name), mark: schema.mark).json
            members.append(name + ":" + value(property.schema, depth: depth - 1))
        }
        if chance(4) { members.append("\"apusUnknown\":" + ["1", "[]", "{}", "null"][draw(4)]) }
        return "{" + members.joined(separator: ",") + "}"
    }

    /// True once in a number of draws.
    private mutating func chance(_ of: Int) -> Bool { draw(of) == 0 }

    /// SplitMix64.
    private mutating func draw(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }
}
