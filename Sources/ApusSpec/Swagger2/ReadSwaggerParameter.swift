import ApusSource

extension ReadingContext {
    /// A parameter of Swagger 2.0 is its own schema, and `collectionFormat` is now `style` and `explode`.
    func readSwaggerForm(of parameter: inout Parameter, at location: NodeLocation) {
        parameter.schema = readSwaggerSchema(of: location)
        parameter.allowsEmptyValue = flag("allowEmptyValue", in: location) ?? false
        parameter.examples = readSwaggerExamples(in: location)
        let format = readCollectionFormat(in: location)
        guard parameter.schema?.types == [.array] else { return }
        parameter.style = format.style(in: parameter.location)
        parameter.explode = format == .multi
    }

    /// Some authors write `schema` as in later versions; it then is the schema.
    func readSwaggerSchema(of location: NodeLocation) -> Schema {
        if let schema = location.member("schema") {
            if location.dialect.version == .swagger2 {
                report(.foreignKeyword(schema, name: "`schema` of a parameter that is not a body"))
            }
            return readSchema(schema.location)
        }
        return readSchema(location, as: .swaggerParameter)
    }

    func readCollectionFormat(in location: NodeLocation) -> CollectionFormat {
        guard let word = location.member("collectionFormat"), let text = text(word) else { return .csv }
        if let format = CollectionFormat(rawValue: text) { return format }
        report(.unknownWord(word, known: CollectionFormat.allCases.map(\.rawValue)))
        return .csv
    }

    func readSwaggerExamples(in location: NodeLocation) -> [Example] {
        var examples: [Example] = []
        if let single = location.member("x-example") ?? location.member("example") {
            examples.append(Example(name: nil, value: single.node))
        }
        for member in location.member("x-examples").flatMap({ $0.node.mapping != nil ? $0.location.members : nil })
            ?? []
        {
            examples.append(Example(name: member.key, value: member.node))
        }
        return examples
    }
}
