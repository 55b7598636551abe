internal import ApusCodec
public import ApusRuntime

/// A type of a client with examples for tests and previews, which the client's examples module declares.
///
/// ```swift
/// let ada = Contact.example { $0.name = "Ada" }
/// let rows = Contact.examples(3)
/// ```
///
/// An example is the same in every run, and `validate()` accepts it.
public protocol APIExampleProviding: APIValue {
    /// The examples as JSON. Generated code implements it; callers use ``example``.
    @_documentation(visibility: internal)
    static var exampleTexts: ExampleTexts { get }
}

extension APIExampleProviding {
    /// The document's example of the type, otherwise ``fullExample``.
    public static var example: Self { read(exampleTexts.listed.first ?? exampleTexts.full) }

    /// A value with all members, those of types inside of each other down to the third; members that exclude others, and those that make it
    /// larger than about 4,000 bytes, are left out.
    public static var fullExample: Self { read(exampleTexts.full) }

    /// A value with what every value has.
    public static var minimalExample: Self { read(exampleTexts.minimal) }

    /// ``example``, changed: `Contact.example { $0.name = "Ada" }`.
    ///
    /// - Parameter change: Changes the value; whether it stays valid is up to the caller.
    /// - Throws: What `change` throws.
    public static func example<Failure: Error>(_ change: (inout Self) throws(Failure) -> Void) throws(Failure) -> Self {
        var value = example
        try change(&value)
        return value
    }

    /// Values for a list: those of the document, or of the cases of an enum or a union, one after the other. A member named `id`, or as the type
    /// with `id` (`contact_id` of `Contact`), differs in each where the document permits any value of it.
    ///
    /// - Parameter count: The number of values, at least 0.
    public static func examples(_ count: Int) -> [Self] {
        let texts = exampleTexts
        let listed = texts.listed.isEmpty ? [texts.full] : texts.listed
        return (0..<max(0, count)).map { read(listed[$0 % listed.count], varying: texts.varying, by: $0) }
    }

    /// Text that the type does not read, which the generator does not write, gives a value without members.
    private static func read(_ text: StaticString, varying keys: [String] = [], by number: Int = 0) -> Self {
        guard number > 0, !keys.isEmpty, let value = try? JSONValue(json: text.description),
            let varied: Self = try? ExampleVariation.vary(keys, of: value, by: number).decode()
        else { return JSONDecoding.value(text) }
        return varied
    }
}
