import ApusModel

/// Distributes declarations over files, so that all cores compile and an edit recompiles little.
enum ShardFiles {
    static func run(_ model: inout APIModel, options: LoweringOptions) {
        // A fixed number of files is for builds, which may compile several clients as one module: no two of its files have one name.
        // Nor do two of those that have a namespace, which are for such modules, too.
        let prefix =
            if case .fixed = options.sharding { model.module } else { model.namespace.map { $0 + "+" } ?? "" }
        var files = [
            FilePlan(path: "\(model.client.name).swift", content: .client),
            FilePlan(path: "\(prefix)Servers.swift", content: .servers),
            FilePlan(path: "\(prefix)Credentials.swift", content: .credentials),
            FilePlan(path: "README.md", content: .readme),
        ]
        switch options.sharding {
        case .fixed(let count): files += planFixed(model, count: max(1, count), prefix: prefix)
        case .budget(let lines):
            if let namespace = model.namespace {
                files.append(FilePlan(path: "\(namespace).swift", content: .namespace))
            }
            files += planByName(model, budget: max(50, lines), prefix: prefix)
        }
        model.files = files
    }

    /// Exactly `count` files of models and of operations. The file of a type depends on its name only, so that an
    /// additional type changes one file.
    private static func planFixed(_ model: APIModel, count: Int, prefix: String) -> [FilePlan] {
        var types = [[DeclID<TypeDecl>]](repeating: [], count: count)
        var operations = [[DeclID<OperationDecl>]](repeating: [], count: count)
        for id in model.types.ids {
            types[Shards.index(of: model.types[id].header.name, among: count)].append(id)
        }
        for id in model.operations.ids {
            operations[Shards.index(of: model.operations[id].typeName, among: count)].append(id)
        }
        let models = types.enumerated().map {
            FilePlan(path: "Models/\(prefix)Models\($0 + 1).swift", content: .types(sortByName($1, in: model)))
        }
        return models
            + operations.enumerated().map {
                FilePlan(path: "Operations/\(prefix)Operations\($0 + 1).swift", content: .operations($1))
            }
            + [
                FilePlan(path: "Operations/\(prefix)Failures.swift", content: .failures(sharedFailures(of: model))),
                FilePlan(path: "Operations/\(prefix)Headers.swift", content: .headers(sharedHeaders(of: model))),
                FilePlan(path: "Models/\(prefix)Events.swift", content: .events(model.events.ids)),
            ]
    }

    /// A module cannot have two files with one name, not even in different folders.
    private static func planByName(_ model: APIModel, budget: Int, prefix: String) -> [FilePlan] {
        var scope = NameScope(
            reserved: devices.union([model.client.name, "Servers", "Credentials"]), ignoresCase: true)
        var files = [FilePlan(path: "\(model.module).docc/\(model.module).md", content: .landing)]
        for group in Shards.groupTypes(model.types, budget: budget) {
            let stem = shorten(group.name)
            let name = scope.claim(stem, fallbacks: [stem + "Model"])
            files.append(
                FilePlan(path: "Models/\(prefix)\(name).swift", content: .types(sortByName(group.ids, in: model))))
        }
        for group in Shards.groupOperations(model.operations, budget: budget) {
            let stem = shorten(group.name)
            let name = scope.claim(stem, fallbacks: [stem + "Operations"])
            files.append(FilePlan(path: "Operations/\(prefix)\(name).swift", content: .operations(group.ids)))
        }
        for id in sharedFailures(of: model) {
            let name = scope.claim(model.failures[id].name, fallbacks: [model.failures[id].name + "Cases"])
            files.append(FilePlan(path: "Failures/\(prefix)\(name).swift", content: .failures([id])))
        }
        for id in sharedHeaders(of: model) {
            let name = scope.claim(model.headers[id].name, fallbacks: [model.headers[id].name + "Fields"])
            files.append(FilePlan(path: "Failures/\(prefix)\(name).swift", content: .headers([id])))
        }
        if !model.events.isEmpty {
            let name = scope.claim("Events", fallbacks: ["ReceivedEvents"])
            files.append(FilePlan(path: "Models/\(prefix)\(name).swift", content: .events(model.events.ids)))
        }
        return files
    }

    /// The order of the types in a file is that of their names, because the order of their first uses changes with the operations.
    private static func sortByName(_ ids: [DeclID<TypeDecl>], in model: APIModel) -> [DeclID<TypeDecl>] {
        ids.sorted { model.types[$0].header.name < model.types[$1].header.name }
    }

    /// In the order of their names: that of the operations does not matter.
    private static func sharedFailures(of model: APIModel) -> [DeclID<FailureDecl>] {
        model.failures.ids.filter { !model.failures[$0].isNested }
            .sorted { model.failures[$0].name < model.failures[$1].name }
    }

    private static func sharedHeaders(of model: APIModel) -> [DeclID<HeadersDecl>] {
        model.headers.ids.filter { !model.headers[$0].isNested }
            .sorted { model.headers[$0].name < model.headers[$1].name }
    }

    /// File systems limit names to 255 bytes; an extension, a number and the suffix of a temporary file must fit too.
    private static func shorten(_ name: String) -> String {
        // By scalars: hundreds of marks on one letter are a single character.
        var stem = String.UnicodeScalarView()
        var count = 0
        for scalar in name.unicodeScalars {
            count += UTF8.width(scalar)
            if count > 120 { break }
            stem.append(scalar)
        }
        return String(stem)
    }

    /// Names that Windows reserves for devices, with any extension.
    private static let devices: Set<String> = {
        let numbered = ["com", "lpt"].flatMap { port in (0...9).map { port + String($0) } }
        return Set(["con", "prn", "aux", "nul"] + numbered)
    }()
}
