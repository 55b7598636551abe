/// How the parts of a model stand in XML: a line for each member of an object, each place of a tuple, each case of a union.
public struct XMLLayout: Sendable {
    enum Kind { case object, tuple, union }
    enum Presence { case required, optional, nullable }

    struct Part {
        /// The member's name in JSON; empty for places and cases.
        var key = ""
        var step: XMLStep
        var content: XMLContent
        var presence = Presence.optional
        /// Of a case: the values of the discriminator that choose it; the first is written.
        var values: [String] = []
    }

    private(set) var kind = Kind.object
    private(set) var parts: [Part] = []
    private(set) var additional: XMLContent?
    /// What follows the places of a tuple.
    private(set) var rest: Part?
    /// The member's name in JSON.
    private(set) var discriminatorKey: String?
    /// The case for a value of the discriminator that none has.
    private(set) var fallback: Int?

    public init() {}

    /// A member that must be there: a list without elements is an empty one.
    public mutating func required(_ key: String, _ step: XMLStep, _ content: XMLContent) {
        parts.append(Part(key: key, step: step, content: content, presence: .required))
    }

    /// A member that may be absent.
    public mutating func optional(_ key: String, _ step: XMLStep, _ content: XMLContent) {
        parts.append(Part(key: key, step: step, content: content))
    }

    /// A member that must be there and may be null: an attribute or element that is left out (OpenAPI 3.2, "Handling `null` Values").
    public mutating func nullable(_ key: String, _ step: XMLStep, _ content: XMLContent) {
        parts.append(Part(key: key, step: step, content: content, presence: .nullable))
    }

    /// Elements that are no member's, by name.
    public mutating func additional(_ content: XMLContent) { additional = content }

    /// The next place of a tuple.
    public mutating func item(_ step: XMLStep, _ content: XMLContent) {
        kind = .tuple
        parts.append(Part(step: step, content: content))
    }

    /// What follows the places of a tuple.
    public mutating func rest(_ step: XMLStep, _ content: XMLContent) {
        kind = .tuple
        rest = Part(step: step, content: content)
    }

    /// The member whose value says which case a union is.
    public mutating func discriminator(_ key: String) { discriminatorKey = key }

    /// The same, where a case stands for every value that no case has.
    public mutating func discriminator(_ key: String, otherwise fallback: Int) {
        discriminatorKey = key
        self.fallback = fallback
    }

    /// The next case of a union: ``XMLStep/none`` where all cases share the union's node; else its name says which case it is.
    public mutating func alternative(_ step: XMLStep, _ content: XMLContent) {
        kind = .union
        parts.append(Part(step: step, content: content))
    }

    /// The same, with the values of the discriminator that choose it.
    public mutating func alternative(_ values: [String], _ step: XMLStep, _ content: XMLContent) {
        kind = .union
        parts.append(Part(step: step, content: content, values: values))
    }
}
