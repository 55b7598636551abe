import ApusModel

/// Gives operations the names of their methods, unique in the client or in the part of it that has them.
enum NameMethods {
    /// - Parameters:
    ///   - names: The operations' provisional names.
    ///   - order: The order in which operations claim names.
    static func run(_ model: inout APIModel, names: [String], order: [Int], origins: Origins) {
        // A method makes its operation by the type's name, which it must not hide: letters without case, and digits in front, give both
        // the same name.
        let reserved = ReservedNames.methods.union(model.operations.map(\.typeName))
        var scopes: [DeclID<NamespaceDecl>?: NameScope] = [:]
        let wanted = withoutTags(model, names: names, reserved: reserved, origins: origins)
        for index in order {
            let method = Identifiers.member(wanted[index], fallback: "call")
            let name = scopes[model.operations[index].namespace, default: NameScope(reserved: reserved)].claim(
                method, fallbacks: [method + "Operation"])
            model.operations[index].methodName = Keywords.escape(name)
            model.operations[index].group = Identifiers.type(model.operations[index].group, fallback: "Operations")
        }
    }

    /// In a part of the client, the name of the part in front of a method's says nothing: `items-read_items` of the tag `items` is
    /// `client.items.readItems()`. It stays where another method of the part has what is left for a name.
    private static func withoutTags(
        _ model: APIModel, names: [String], reserved: Set<String>, origins: Origins
    ) -> [String] {
        struct Use: Hashable {
            let namespace: DeclID<NamespaceDecl>?
            let name: String
        }
        let short = names.indices.map { index -> String in
            let operation = model.operations[index]
            guard let namespace = operation.namespace, !origins.isNameChosen(ofOperation: operation.id) else {
                return names[index]
            }
            return withoutPrefix(names[index], model.namespaces[namespace].group) ?? names[index]
        }
        var owners: [Use: Set<Int>] = [:]
        for index in names.indices {
            for name in [names[index], short[index]] {
                let use = Use(namespace: model.operations[index].namespace, name: Identifiers.member(name))
                owners[use, default: []].insert(index)
            }
        }
        return names.indices.map { index in
            let use = Use(namespace: model.operations[index].namespace, name: Identifiers.member(short[index]))
            return owners[use]?.count == 1 && !reserved.contains(use.name) ? short[index] : names[index]
        }
    }

    /// nil where the name does not begin with the group's words, or has no other words.
    private static func withoutPrefix(_ name: String, _ group: String) -> String? {
        let (words, prefix) = (Words(name).words, Words(group).words)
        guard !prefix.isEmpty, words.count > prefix.count,
            zip(words, prefix).allSatisfy({ $0.lowercased() == $1.lowercased() })
        else { return nil }
        let rest = words.dropFirst(prefix.count).joined(separator: "_")
        return rest.contains(where: \.isLetter) ? rest : nil
    }
}
