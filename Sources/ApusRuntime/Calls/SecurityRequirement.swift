/// Security schemes that are required together, each with its scopes: `["oauth2": ["pets:read"]]`.
public struct SecurityRequirement: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public struct Scheme: Sendable, Hashable {
        public let name: String
        public let scopes: [String]

        public init(name: String, scopes: [String]) {
            self.name = name
            self.scopes = scopes
        }
    }

    /// In the order of the document.
    public let schemes: [Scheme]

    public init(_ schemes: [Scheme]) {
        self.schemes = schemes
    }

    public init(dictionaryLiteral elements: (String, [String])...) {
        schemes = elements.map { Scheme(name: $0.0, scopes: $0.1) }
    }
}
