public import ApusRuntime

extension BodyCoder where Self == XMLCoder {
    /// What reads a part that is XML.
    public static func xml(_ step: XMLStep, _ content: XMLContent) -> XMLCoder {
        XMLCoder(step, content)
    }
}
