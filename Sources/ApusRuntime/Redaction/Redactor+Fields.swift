package import HTTPTypes

extension Redactor {
    /// Header fields without the secrets in their values. The fields that control the client are unchanged:
    /// `Content-Type`, `Content-Length`, `Date`, `Retry-After` and those of rate limits.
    package func redact(_ fields: HTTPFields) -> HTTPFields {
        var output = HTTPFields()
        for field in fields {
            let value = redact(field.value, of: field.name.canonicalName)
            output.append(value == field.value ? field : HTTPField(name: field.name, value: value))
        }
        return output
    }

    /// The value of a header field without the secrets.
    ///
    /// - Parameter name: The field's name, in lower case.
    package func redact(_ value: String, of name: String) -> String {
        let isActedBy =
            ["content-type", "content-length", "date", "retry-after"].contains(name)
            || ["ratelimit", "x-ratelimit", "x-rate-limit"].contains { name.begins(with: $0) }
        return isActedBy ? value : redact(value)
    }
}
