/// A configuration's options for the printed code.
public struct EmissionOptions: Equatable, Sendable {
    public enum Access: String, Sendable, CaseIterable {
        case `public`, package, `internal`
    }

    /// The parts of a client; each can be a module of its own.
    public enum Part: String, Sendable, CaseIterable {
        case models, client
        /// Examples of the types, for tests and previews; a module of its own.
        case examples
    }

    public var access: Access
    /// The parts to print.
    public var parts: Set<Part> = [.models, .client]
    /// The module that has the models, where they are not printed.
    public var models: String?
    /// Whether models are not `Hashable` and `Codable`, for smaller code.
    public var isMinimal = false
    /// The module that has the client, where only examples are printed; nil: the one of ``models``.
    public var client: String?
    /// The parts of the client that have the types of the printed examples.
    public var exampleParts: Set<Part> = [.models, .client]
    /// Whether files of examples have the names of the client's, each one of these, for builds that must know their outputs in advance.
    public var keepsFileNames = false
    /// Additional modules that generated files import, for types from the configuration.
    public var imports: [String]
    /// Text of templates and partials by name (`struct` for `struct.mustache`) that replace Apus's own.
    public var templateOverrides: [String: String]
    /// The module's location among packages, for its README.
    public var use: ModuleUse
    /// The module that compiles the files, where it has other code as well; nil: the model's own.
    public var module: String?

    public init(
        access: Access = .public, imports: [String] = [], templateOverrides: [String: String] = [:],
        use: ModuleUse = .target(package: nil, path: nil), module: String? = nil
    ) {
        self.access = access
        self.imports = imports
        self.templateOverrides = templateOverrides
        self.use = use
        self.module = module
    }
}
