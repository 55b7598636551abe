import ApusSource
import ApusSpec

/// The current members of a schema during a merge, so that many members of one `allOf` cost no more than their sum.
struct KnownMembers {
    private var positions: [String: Int] = [:]
    private var indexed = 0
    private var required: Set<String> = []
    private var requiredCount = 0
    /// Values of the enum by their hashes.
    private var values: [Int: [SourceNode]] = [:]
    private var valueCount = 0

    /// Indexes the properties appended since the last call.
    mutating func index(_ properties: [ObjectKeywords.Property]) {
        while indexed < properties.count {
            positions[properties[indexed].name] = indexed
            indexed += 1
        }
    }

    func position(of name: String) -> Int? {
        positions[name]
    }

    /// Appends the missing names.
    mutating func appendRequired(of other: ObjectKeywords, to object: inout ObjectKeywords) {
        if other.required.isEmpty { return }
        if requiredCount < object.required.count { required.formUnion(object.required[requiredCount...]) }
        let isMarked =
            other.requiredMarks.count == other.required.count
            && object.requiredMarks.count == object.required.count
        for (position, name) in other.required.enumerated() where !required.contains(name) {
            object.required.append(name)
            if isMarked { object.requiredMarks.append(other.requiredMarks[position]) }
        }
        requiredCount = object.required.count
        required.formUnion(other.required)
    }

    /// Whether an enum has a value; it may have grown since the last call.
    mutating func list(_ value: SourceNode, in enumeration: [SourceNode]) -> Bool {
        for one in enumeration.dropFirst(valueCount) { values[one.structuralHash, default: []].append(one) }
        valueCount = enumeration.count
        return values[value.structuralHash]?.contains { $0.isEqual(to: value) } == true
    }

    /// Call after the enum was replaced.
    mutating func forgetValues() {
        (values, valueCount) = ([:], 0)
    }

    /// Call after names were removed.
    mutating func forgetRequired() {
        (required, requiredCount) = ([], 0)
    }
}
