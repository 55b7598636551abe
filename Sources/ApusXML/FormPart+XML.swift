public import ApusRuntime

extension FormPart {
    /// A member that is XML in its part of a multipart body; nil sends none.
    public static func xml<Value: APIValue>(
        _ value: Value?, _ step: XMLStep, _ content: XMLContent, contentType: String = "application/xml",
        headers: [(name: String, value: String)] = []
    ) -> FormPart {
        .xml(each: value.map { [$0] }, step, content, contentType: contentType, headers: headers)
    }

    /// The same for a list whose elements are parts of their own.
    public static func xml<Element: APIValue>(
        each list: [Element]?, _ step: XMLStep, _ content: XMLContent, contentType: String = "application/xml",
        headers: [(name: String, value: String)] = []
    ) -> FormPart {
        let coder = XMLCoder(step, content)
        let bodies = Result { () throws(EncodingProblem) in
            var bodies: [[UInt8]] = []
            for element in list ?? [] { bodies.append(try coder.encode(element)) }
            return bodies
        }
        return FormPart(written: bodies, contentType: contentType, headers: headers)
    }
}

extension BodyCoder where Self == XMLCoder {
    /// What reads a part that is XML.
    public static func xml(_ step: XMLStep, _ content: XMLContent) -> XMLCoder {
        XMLCoder(step, content)
    }
}
