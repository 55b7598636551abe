internal import ApusModel
internal import ApusRuntime

extension CallValue {
    /// Whether a secret is in the value.
    var hasSecrets: Bool {
        switch self {
        case .scalar(let scalar): scalar is SecretString
        case .array(let elements): elements.contains(where: \.hasSecrets)
        case .object(let members): members.contains { $0.value.hasSecrets }
        case .null, .json: false
        }
    }

    /// The value with `<redacted>` for each secret, to be shown.
    var withoutSecrets: CallValue {
        switch self {
        case .scalar(let scalar) where scalar is SecretString: .json("<redacted>")
        case .array(let elements): .array(elements.map(\.withoutSecrets))
        case .object(let members): .object(members.map { CallMember(name: $0.name, value: $0.value.withoutSecrets) })
        case .null, .scalar, .json: self
        }
    }
}

extension CallArguments {
    /// The arguments with `<redacted>` for each secret, to be shown.
    var withoutSecrets: CallArguments {
        var copy = self
        copy.parameters = parameters.map { $0?.withoutSecrets }
        if case .value(let value)? = body?.content { copy.body?.content = .value(value.withoutSecrets) }
        return copy
    }
}
