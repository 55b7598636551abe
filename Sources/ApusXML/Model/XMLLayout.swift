/// The XML form of a model's parts: one for each member of an object, position of a tuple, or case of a union.
@_documentation(visibility: internal)
public struct XMLLayout: Sendable {
    enum Kind { case object, tuple, union }
    enum Presence { case required, optional, nullable }

    struct Part {
        /// The member's name in JSON; empty for positions and cases.
        var key = ""
        var step: XMLStep
        var content: XMLContent
        var presence = Presence.optional
        /// For a case: the values of the discriminator that select it; the first is written.
        var values: [String] = []
    }

    private(set) var kind = Kind.object
    private(set) var parts: [Part] = []
    private(set) var additional: XMLContent?
    /// The elements after the positions of a tuple.
    private(set) var rest: Part?
    /// The member's name in JSON.
    private(set) var discriminatorKey: String?
    /// The case for unknown values of the discriminator.
    private(set) var fallback: Int?

    public init() {}

    /// A required member: a list without elements is an empty one.
    public mutating func required(_ key: String, _ step: XMLStep, _ content: XMLContent) {
        parts.append(Part(key: key, step: step, content: content, presence: .required))
    }

    /// An optional member.
    public mutating func optional(_ key: String, _ step: XMLStep, _ content: XMLContent) {
        parts.append(Part(key: key, step: step, content: content))
    }

    /// A required nullable member: null is an omitted attribute or element (OpenAPI 3.2, "Handling `null` Values").
    public mutating func nullable(_ key: String, _ step: XMLStep, _ content: XMLContent) {
        parts.append(Part(key: key, step: step, content: content, presence: .nullable))
    }

    /// Elements that belong to no member, by name.
    public mutating func additional(_ content: XMLContent) { additional = content }

    /// The next position of a tuple.
    public mutating func item(_ step: XMLStep, _ content: XMLContent) {
        kind = .tuple
        parts.append(Part(step: step, content: content))
    }

    /// The elements after the positions of a tuple.
    public mutating func rest(_ step: XMLStep, _ content: XMLContent) {
        kind = .tuple
        rest = Part(step: step, content: content)
    }

    /// The member whose value selects the case of a union.
    public mutating func discriminator(_ key: String) { discriminatorKey = key }

    /// The same, with a case for every value that no other case has.
    public mutating func discriminator(_ key: String, otherwise fallback: Int) {
        discriminatorKey = key
        self.fallback = fallback
    }

    /// The next case of a union: ``XMLStep/none`` where all cases share the union's node; otherwise its name selects
    /// the case.
    public mutating func alternative(_ step: XMLStep, _ content: XMLContent) {
        kind = .union
        parts.append(Part(step: step, content: content))
    }

    /// The same, with the values of the discriminator that select it.
    public mutating func alternative(_ values: [String], _ step: XMLStep, _ content: XMLContent) {
        kind = .union
        parts.append(Part(step: step, content: content, values: values))
    }
}
