import ApusSource

extension ReadingContext {
    /// A parameter of Swagger 2.0 is its own schema, and `collectionFormat` is now `style` and `explode`.
    func readSwaggerForm(of parameter: inout Parameter, at place: Place) {
        parameter.schema = readSwaggerSchema(of: place)
        parameter.allowsEmptyValue = flag("allowEmptyValue", in: place) ?? false
        parameter.examples = readSwaggerExamples(in: place)
        let format = readCollectionFormat(in: place)
        guard parameter.schema?.types == [.array] else { return }
        parameter.style = format.style(in: parameter.location)
        parameter.explode = format == .multi
    }

    /// Some authors write `schema` as in later versions; it then is the schema.
    func readSwaggerSchema(of place: Place) -> Schema {
        if let schema = place.member("schema") {
            if place.dialect.version == .swagger2 {
                report(.foreignKeyword(schema, name: "`schema` of a parameter that is not a body"))
            }
            return readSchema(schema.place)
        }
        return readSchema(place, as: .swaggerParameter)
    }

    func readCollectionFormat(in place: Place) -> CollectionFormat {
        guard let word = place.member("collectionFormat"), let text = text(word) else { return .csv }
        if let format = CollectionFormat(rawValue: text) { return format }
        report(.unknownWord(word, known: CollectionFormat.allCases.map(\.rawValue)))
        return .csv
    }

    func readSwaggerExamples(in place: Place) -> [Example] {
        var examples: [Example] = []
        if let single = place.member("x-example") ?? place.member("example") {
            examples.append(Example(name: nil, value: single.node))
        }
        for member in place.member("x-examples").flatMap({ $0.node.mapping != nil ? $0.place.members : nil }) ?? [] {
            examples.append(Example(name: member.key, value: member.node))
        }
        return examples
    }
}
