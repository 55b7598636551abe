import ApusSource
import ApusSpec

/// What a schema that is being merged has already, so that many members of one `allOf` cost no more than their sum.
struct KnownMembers {
    private var places: [String: Int] = [:]
    private var indexed = 0
    private var required: Set<String> = []
    private var requiredCount = 0
    /// Values of the enum by their hashes.
    private var values: [Int: [SourceNode]] = [:]
    private var valueCount = 0

    /// Takes note of the properties that were appended since the last time.
    mutating func index(_ properties: [ObjectKeywords.Property]) {
        while indexed < properties.count {
            places[properties[indexed].name] = indexed
            indexed += 1
        }
    }

    func place(of name: String) -> Int? {
        places[name]
    }

    /// Appends the names that are not there yet.
    mutating func appendRequired(of other: ObjectKeywords, to object: inout ObjectKeywords) {
        if other.required.isEmpty { return }
        if requiredCount < object.required.count { required.formUnion(object.required[requiredCount...]) }
        let isMarked =
            other.requiredMarks.count == other.required.count
            && object.requiredMarks.count == object.required.count
        for (place, name) in other.required.enumerated() where !required.contains(name) {
            object.required.append(name)
            if isMarked { object.requiredMarks.append(other.requiredMarks[place]) }
        }
        requiredCount = object.required.count
        required.formUnion(other.required)
    }

    /// Whether an enum has a value; it may have grown since the last time.
    mutating func list(_ value: SourceNode, in enumeration: [SourceNode]) -> Bool {
        for one in enumeration.dropFirst(valueCount) { values[one.structuralHash, default: []].append(one) }
        valueCount = enumeration.count
        return values[value.structuralHash]?.contains { $0.isEqual(to: value) } == true
    }

    /// After the enum became another one.
    mutating func forgetValues() {
        (values, valueCount) = ([:], 0)
    }

    /// After names were taken away again.
    mutating func forgetRequired() {
        (required, requiredCount) = ([], 0)
    }
}
