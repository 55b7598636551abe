internal import ApusRuntime

/// A value of a request without a generated type. Its scalars are values of the runtime's types, so that the runtime writes them as it writes
/// those of generated code.
enum CallValue: APIValue {
    case null
    case scalar(any APIValue)
    case json(JSONValue)
    case array([CallValue])
    /// In the order in which generated code writes them.
    case object([CallMember])

    init(from value: inout ValueReader) {
        self = .json(JSONValue(from: &value))
    }

    func write(to value: inout ValueWriter) {
        switch self {
        case .null: value.writeNull()
        case .scalar(let scalar): scalar.write(to: &value)
        case .json(let json): value.write(json)
        case .array(let elements): elements.write(to: &value)
        case .object(let members): CallObject(members: members).write(to: &value)
        }
    }
}

/// A member of an object in a request.
struct CallMember: Sendable {
    let name: String
    let value: CallValue
}

/// An object in a request.
private struct CallObject: ObjectCoding {
    let members: [CallMember]

    init(members: [CallMember]) {
        self.members = members
    }

    init(from object: inout ObjectReader) {
        let found: [String: JSONValue] = object.additionalProperties()
        members = found.sorted { $0.key < $1.key }.map { CallMember(name: $0.key, value: .json($0.value)) }
    }

    func write(to object: inout ObjectWriter) {
        for member in members { object.writeMember(member.name, member.value) }
    }
}
