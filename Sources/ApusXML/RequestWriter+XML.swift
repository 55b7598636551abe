public import ApusRuntime

@_documentation(visibility: internal)
extension RequestWriter {
    /// An XML body; nil sends none.
    public mutating func xml<Value: APIValue>(_ value: Value?, _ step: XMLStep, _ content: XMLContent) {
        body(value, contentType: "application/xml", coder: XMLCoder(step, content))
    }

    /// The same with another content type: `text/xml`, `application/atom+xml`.
    public mutating func xml<Value: APIValue>(
        _ value: Value?, _ step: XMLStep, _ content: XMLContent, contentType: String
    ) {
        body(value, contentType: contentType, coder: XMLCoder(step, content))
    }
}

@_documentation(visibility: internal)
extension ResponseReader {
    /// An XML body, whatever `Content-Type` is; JSON is read instead as well.
    public mutating func xml<Value: APIValue>(_ step: XMLStep, _ content: XMLContent) -> Value {
        BodyFormat.isJSON(bytes, contentType: contentType, unlessTold: false)
            ? json() : body(XMLCoder(step, content))
    }

    /// The same where the document declares both and JSON was requested.
    public mutating func jsonOrXML<Value: APIValue>(_ step: XMLStep, _ content: XMLContent) -> Value {
        BodyFormat.isJSON(bytes, contentType: contentType, unlessTold: true)
            ? json() : body(XMLCoder(step, content))
    }
}
