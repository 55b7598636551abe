/// The same calls with OpenAPI's defaults. A default argument is a separate function and an additional call at every
/// use; most parameters use all defaults, so these forms have none.
extension RequestWriter {
    /// Replaces `{name}` with `value`, in style `simple`.
    public mutating func path<Value: APIValue>(_ name: String, _ value: Value?) {
        path(name, value, style: .simple, explode: false, allowReserved: false)
    }

    /// `name=value`, in style `form`; one pair for each element of an array.
    public mutating func query<Value: APIValue>(_ name: String, _ value: Value?) {
        query(name, value, style: .form, explode: true, allowReserved: false, allowEmptyValue: false)
    }

    /// A header in style `simple`.
    public mutating func header<Value: APIValue>(_ name: String, _ value: Value?) {
        header(name, value, style: .simple, explode: false)
    }

    /// A JSON body; nil sends none.
    public mutating func json<Value: APIValue>(_ value: Value?) {
        json(value, contentType: "application/json")
    }

    /// An `application/x-www-form-urlencoded` body whose members all use the default encoding.
    public mutating func form<Value: APIValue>(_ value: Value?) {
        form(value, parts: [:], contentType: "application/x-www-form-urlencoded")
    }
}
