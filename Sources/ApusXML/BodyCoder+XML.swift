public import ApusRuntime

@_documentation(visibility: internal)
extension BodyCoder where Self == XMLCoder {
    /// The coder of an XML part.
    public static func xml(_ step: XMLStep, _ content: XMLContent) -> XMLCoder {
        XMLCoder(step, content)
    }
}
