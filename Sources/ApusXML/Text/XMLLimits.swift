/// The limits of a text. A text that exceeds one of them is refused with an ``XMLProblem`` and its location, before
/// libxml2 reads it.
///
/// A tree and its values take up to 60 bytes of memory for each byte of a text of small elements: the defaults take at
/// most half a gibibyte, which fits into a phone.
public struct XMLLimits: Sendable, Hashable {
    /// The nesting of elements. libxml2 has its own limit of 256.
    public var depth: Int
    /// The bytes of a text.
    public var bytes: Int
    /// The bytes of one start tag, from `<` to `>`.
    public var startTagBytes: Int
    /// The attributes of one element, without namespace declarations. libxml2 compares each with all others.
    public var attributes: Int
    /// The namespace declarations of an element and its ancestors. libxml2 searches them for each name.
    public var declarations: Int
    /// The different names of elements, attributes and namespaces in a text, each with its prefix. libxml2 stores them
    /// in a table that does not grow.
    public var names: Int

    /// Creates limits, with defaults that no known API exceeds.
    ///
    /// - Parameters:
    ///   - depth: The nesting of elements.
    ///   - bytes: The bytes of a text as received; at most 2 GiB.
    ///   - startTagBytes: The bytes of one start tag, in UTF-8.
    ///   - attributes: The attributes of one element.
    ///   - declarations: The namespace declarations of an element and its ancestors.
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
