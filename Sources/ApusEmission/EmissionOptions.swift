/// What a module's configuration says about its look.
public struct EmissionOptions: Equatable, Sendable {
    public enum Access: String, Sendable, CaseIterable {
        case `public`, package, `internal`
    }

    public var access: Access
    /// Further modules that generated files import, for types that configuration put in.
    public var imports: [String]
    /// Text of templates and partials by name (`struct` for `struct.mustache`) that take the place of Apus's own.
    public var templateOverrides: [String: String]

    public init(
        access: Access = .public, imports: [String] = [], templateOverrides: [String: String] = [:]
    ) {
        self.access = access
        self.imports = imports
        self.templateOverrides = templateOverrides
    }
}
