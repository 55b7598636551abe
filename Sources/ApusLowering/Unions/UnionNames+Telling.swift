import ApusModel

/// Distinctive properties of an alternative. Common properties of all, such as `object: "event"`, name none of them.
extension UnionNames {
    struct Distinction {
        /// The constant text of a member, at any depth.
        var constant: String?
        /// A member, preferably a required one.
        var member: String?
    }

    /// For each alternative that is an object or a tuple; nil for the others.
    static func findDistinctions(of shapes: [UnionShape]) -> [Distinction?] {
        let objects = shapes.map { $0.commonObject ?? $0.positions }
        let constants = objects.map { $0.map { findConstants(of: $0) } ?? [] }
        let count = objects.count { $0 != nil }
        var owners: [String: Int] = [:]
        for object in objects.compactMap({ $0 }) {
            for key in Set(object.known) { owners[key, default: 0] += 1 }
        }
        var bearers: [Constant: Int] = [:]
        for constant in constants.flatMap({ Set($0) }) { bearers[constant, default: 0] += 1 }
        return zip(objects, constants).map { object, constants in
            guard let object else { return nil }
            let own = constants.first { bearers[$0] == 1 } ?? constants.first { bearers[$0, default: 0] < count }
            return Distinction(
                constant: own?.text, member: (object.required + object.known).first { owners[$0, default: 0] <= 1 })
        }
    }

    private struct Constant: Hashable {
        let path: String
        let text: String
    }

    /// The constant texts of an object, its own before those of its members.
    private static func findConstants(of object: ObjectShape, at path: String = "") -> [Constant] {
        func read(_ key: String, _ values: [LiteralValue]) -> Constant? {
            guard values.count == 1, case .string(let text)? = values.first, !text.isEmpty else { return nil }
            return Constant(path: path + "/" + key, text: text)
        }
        var found = object.constants.compactMap { read($0.key, $0.values) }
        for member in object.members {
            if case .constants(let values) = member.shape, let constant = read(member.key, values) {
                found.append(constant)
            } else if let inner = member.shape.commonObject {
                found += findConstants(of: inner, at: path + "/" + member.key)
            }
        }
        return found
    }
}

extension UnionShape {
    /// The positions of a tuple as members, if one of them has a constant text.
    fileprivate var positions: ObjectShape? {
        guard case .tuple(let items, _, _) = self else { return nil }
        let members = items.enumerated().map { ObjectShape.Member(key: "\($0)", shape: $1) }
        let isNamed = items.contains { if case .constants(let values) = $0 { values.count == 1 } else { false } }
        return isNamed ? ObjectShape(members: members) : nil
    }

    /// The object itself, or the common part of a nested union's objects.
    fileprivate var commonObject: ObjectShape? {
        switch self {
        case .object(let object): return object
        case .optional(let inner): return inner.commonObject
        case .oneOf(let shapes):
            let objects = shapes.compactMap(\.commonObject)
            return objects.isEmpty || objects.count < shapes.count ? nil : ObjectShape.join(objects)
        default: return nil
        }
    }
}
