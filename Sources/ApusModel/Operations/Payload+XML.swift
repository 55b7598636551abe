extension Payload {
    /// Whether any part of it may be XML.
    public var isXML: Bool {
        coding.mayBeXML || parts.contains { $0.xml != nil }
    }
}
