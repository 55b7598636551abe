import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Finds the media type with the same schema: by reference, or a repeated one. Generators repeat inline schemas
/// unchanged, so only the types' form is compared.
struct SameSchemas {
    /// The properties to compare first, which distinguish most schemas.
    private struct Outline: Hashable {
        let types: [SchemaType]
        let format: String?
        let members: [SourceKey]
        let hasItems: Bool
        let branches: Int

        init(_ schema: Schema) {
            types = schema.types
            format = schema.format
            members = schema.object.properties.map { SourceKey($0.name) }
            hasItems = schema.array.items != nil
            branches = schema.allOf.count
        }
    }

    private let document: Document
    private var known: [SchemaID: MediaType] = [:]
    private var alike: [Outline: [MediaType]] = [:]

    /// Candidates with one outline, and pairs of their subschemas, that are compared before they count as different.
    private static let candidateLimit = 16
    private static let pairLimit = 2_000

    /// - Parameter content: The candidates, the preferred ones first.
    init(_ content: [MediaType], _ document: Document) {
        self.document = document
        for media in content {
            guard let schema = media.schema.map({ document.resolve($0) }), known[schema.id] == nil else { continue }
            known[schema.id] = media
            let outline = Outline(schema)
            if alike[outline, default: []].count < Self.candidateLimit { alike[outline, default: []].append(media) }
        }
    }

    func find(_ schema: Schema) -> MediaType? {
        let target = document.resolve(schema)
        let candidates = alike[Outline(target)] ?? []
        let found = candidates.first { media in
            var pairs = Self.pairLimit
            return media.schema.map { isSame($0, target, &pairs) } ?? false
        }
        return found ?? known[target.id]
    }

    private func isSame(_ left: Schema, _ right: Schema, _ pairs: inout Int, remaining: Int = 6) -> Bool {
        let (left, right) = (document.resolve(left), document.resolve(right))
        if left.id == right.id { return true }
        pairs -= 1
        guard remaining > 0, pairs > 0, Outline(left) == Outline(right) else { return false }
        let properties = zip(left.object.properties, right.object.properties).map { ($0.schema, $1.schema) }
        let items = zip([left.array.items].compactMap { $0 }, [right.array.items].compactMap { $0 })
        for (left, right) in properties + zip(left.allOf, right.allOf) + items {
            guard isSame(left, right, &pairs, remaining: remaining - 1) else { return false }
        }
        return true
    }
}
