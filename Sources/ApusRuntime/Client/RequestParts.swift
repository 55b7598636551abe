/// The parts of a multipart body that no model describes, in the order in which they are sent: some servers read the fields before the file.
struct RequestParts: ObjectCoding {
    private let parts: [(name: String, value: PartValue)]

    init(_ parts: KeyValuePairs<String, (any APIValue)?>) {
        self.parts = parts.compactMap { part in part.value.map { (name: part.key, value: PartValue(value: $0)) } }
    }

    init(from object: inout ObjectReader) {
        let members: [String: PartValue] = object.additionalProperties()
        parts = members.map { (name: $0.key, value: $0.value) }
    }

    func write(to object: inout ObjectWriter) {
        for part in parts { object.writeAdditional([part.name: part.value]) }
    }
}

/// A value of any type.
private struct PartValue: APIValue {
    let value: any APIValue

    init(value: any APIValue) {
        self.value = value
    }

    init(from value: inout ValueReader) {
        self.value = JSONValue(from: &value)
    }

    func write(to value: inout ValueWriter) {
        self.value.write(to: &value)
    }
}
