/// Keywords about arrays and objects.
extension ConstraintChecker {
    mutating func check(_ elements: [JSONValue], _ schema: JSONObject, _ path: String) {
        if let least = schema["minItems"]?.int, elements.count < least {
            report(path, "minItems", "at least \(Self.count(least, "item"))")
        }
        if let most = schema["maxItems"]?.int, elements.count > most {
            report(path, "maxItems", "at most \(Self.count(most, "item"))")
        }
        if schema["uniqueItems"]?.bool == true, Set(elements).count < elements.count {
            report(path, "uniqueItems", "items that differ")
        }
        let prefix = schema["prefixItems"]?.array ?? []
        for (index, pair) in zip(elements, prefix).enumerated() {
            check(pair.0, against: pair.1, at: "\(path)[\(index)]")
        }
        if let items = schema["items"] {
            for index in elements.indices.dropFirst(prefix.count) {
                check(elements[index], against: items, at: "\(path)[\(index)]")
            }
        }
        if let contained = schema["contains"] { check(elements, contain: contained, schema, path) }
    }

    /// Section 6.4.4: one match is enough without `minContains`.
    private mutating func check(_ elements: [JSONValue], contain schema: JSONValue, _ owner: JSONObject, _ path: String)
    {
        let count = elements.count { Self.accepts($0, schema) }
        let least = owner["minContains"]?.int ?? 1
        if count < least {
            report(path, "contains", "at least \(Self.count(least, "item")) like \(schema)")
        }
        if let most = owner["maxContains"]?.int, count > most {
            report(path, "maxContains", "at most \(Self.count(most, "item")) like \(schema)")
        }
    }

    mutating func check(_ members: JSONObject, _ schema: JSONObject, _ path: String) {
        if let least = schema["minProperties"]?.int, members.count < least {
            report(path, "minProperties", "at least \(Self.count(least, "member"))")
        }
        if let most = schema["maxProperties"]?.int, members.count > most {
            report(path, "maxProperties", "at most \(Self.count(most, "member"))")
        }
        let present = Set(members.lazy.map { ByteText($0.key) })
        for name in schema["required"]?.array ?? [] { demand(name, in: present, "required", path) }
        for dependency in schema["dependentRequired"]?.object ?? [:] where present.contains(ByteText(dependency.key)) {
            for name in dependency.value.array ?? [] { demand(name, in: present, "dependentRequired", path) }
        }
        for dependency in schema["dependentSchemas"]?.object ?? [:] where present.contains(ByteText(dependency.key)) {
            check(.object(members), against: dependency.value, at: path)
        }
        if let names = schema["propertyNames"] {
            for member in members where !Self.accepts(.string(member.key), names) {
                report(Self.path(path, member.key), "propertyNames", "a name that fits \(names)")
            }
        }
        checkMembers(members, schema, path)
    }

    private mutating func demand(_ name: JSONValue, in present: Set<ByteText>, _ keyword: String, _ path: String) {
        guard let name = name.string, !present.contains(ByteText(name)) else { return }
        report(Self.path(path, name), keyword, "a value")
    }

    private mutating func checkMembers(_ members: JSONObject, _ schema: JSONObject, _ path: String) {
        let known = schema["properties"]?.object.map(\.byBytes) ?? [:]
        let patterns = schema["patternProperties"]?.object ?? [:]
        let others = schema["additionalProperties"]
        if known.isEmpty, patterns.isEmpty, others == nil { return }
        for member in members {
            let location = Self.path(path, member.key)
            var isNamed = false
            if let part = known[ByteText(member.key)] {
                check(member.value, against: part, at: location)
                isNamed = true
            }
            for pattern in patterns {
                let fits = ConstraintPattern.matches(pattern.key, member.key)
                if fits == true { check(member.value, against: pattern.value, at: location) }
                // Whether an unchecked pattern matches a name is unknown.
                if fits != false { isNamed = true }
            }
            if isNamed { continue }
            if others?.bool == false {
                report(location, "additionalProperties", "no member of this name")
            } else if let others {
                check(member.value, against: others, at: location)
            }
        }
    }

    static func path(_ path: String, _ key: String) -> String {
        TapePath.append(key: key, to: path)
    }
}
