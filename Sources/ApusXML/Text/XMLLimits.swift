/// The limits of a text. A text beyond one of them is refused with an ``XMLProblem`` and its place, before libxml2 reads it.
///
/// A tree and the values in it take up to 63 bytes of memory for each byte of a text that is made of small elements: what is read by default
/// takes half a gibibyte at worst, which a phone can hold.
public struct XMLLimits: Sendable, Hashable {
    /// Elements within elements. libxml2 has a limit of its own at 256.
    public var depth: Int
    /// The bytes of a text.
    public var bytes: Int
    /// The bytes of one start tag, from `<` to `>`.
    public var startTagBytes: Int
    /// The attributes of one element, without namespace declarations. libxml2 compares each with all others.
    public var attributes: Int
    /// The namespace declarations of an element and all around it. libxml2 goes through them for each name.
    public var declarations: Int
    /// The different names of elements, attributes and namespaces in a text, each with its prefix. libxml2 keeps them in a table that does not grow.
    public var names: Int

    /// Makes limits, each with a default that no API is known to need more than.
    ///
    /// - Parameters:
    ///   - depth: Elements within elements.
    ///   - bytes: The bytes of a text as it came; at most 2 GiB.
    ///   - startTagBytes: The bytes of one start tag, in UTF-8.
    ///   - attributes: The attributes of one element.
    ///   - declarations: The namespace declarations of an element and all around it.
    ///   - names: The different names of a text.
    public init(
        depth: Int = 200, bytes: Int = 8 << 20, startTagBytes: Int = 1 << 20, attributes: Int = 1_000,
        declarations: Int = 256, names: Int = 50_000
    ) {
        self.depth = depth
        self.bytes = min(bytes, Int(Int32.max))
        self.startTagBytes = startTagBytes
        self.attributes = attributes
        self.declarations = declarations
        self.names = names
    }

    /// The defaults.
    public static let standard = XMLLimits()
}
