import ApusModel

/// A module whose schemas use every name that generated code needs.
enum ShadowsModel {
    static let names = Vocabulary.all

    enum Vocabulary {
        static let all = [
            "APIError", "APIObject", "APIOperation", "Bool", "CallOptions", "Data", "Date", "Decimal", "Int",
            "JSONValue",
            "ObjectReader", "ObjectWriter", "OperationDescriptor", "RequestWriter", "ResponseReader", "Sendable",
            "String", "URL", "UUID",
        ]
    }

    static var model: APIModel {
        var model = PetsModel.model
        model.module = "Shadows"
        for name in names {
            let id = PetsModel.id(name)
            model.types.append(
                .structure(
                    StructDecl(
                        header: TypeHeader(id: id, name: name),
                        properties: [
                            PetsModel.property("text", "text", .scalar(.string), .required),
                            PetsModel.property("date", "date", .scalar(.date)),
                            PetsModel.property("other", "other", .indirect(.named(id))),
                        ], additional: .json)))
            model.names[id] = [name]
        }
        for index in model.files.indices where model.files[index].path == "Models/Models2.swift" {
            model.files[index].content = .types(Array(model.types.ids.dropFirst(6)))
        }
        return model
    }
}
