public import ApusModel

/// The configuration of the generated Swift.
public struct LoweringOptions: Sendable {
    /// The distribution of declarations over files.
    public enum Sharding: Equatable, Sendable {
        /// One file for each type, or a file of small ones when there are many; stable when types are added and
        /// removed.
        case budget(lines: Int)
        /// Exactly this number of files for models and for operations, for builds that must know their outputs in
        /// advance.
        case fixed(count: Int)
    }

    /// The Swift module; the prefix of the client's own types.
    public var module: String
    /// The enum that has all declarations; nil: they are at the top level of the module.
    public var namespace: String?
    /// The document's path in headers; empty: the path of the opened file.
    public var sourcePath = ""
    /// Whether a comment has the location of a type in the document, where its name alone does not imply it.
    public var hasSourceComments = true
    /// OpenAPI format → Swift type: a scalar's name (`URL`, `Decimal`) or an adopter's type.
    public var formats: [String: String] = [:]
    /// Name in the document (a schema, an operation id, `Schema.property`) → Swift name.
    public var rename: [String: String] = [:]
    /// Schema → existing Swift type.
    public var types: [String: String] = [:]
    /// Schemas, or `Schema.property`, whose enums are closed.
    public var closedEnums: Set<String> = []
    /// Path of a type as in ``rename``, or `kind:struct` and the like → protocols that it adopts.
    public var conformances: [String: [String]] = [:]
    /// The same names → attributes before the declaration.
    public var attributes: [String: [String]] = [:]
    /// The same names, of structs and unions → member that identifies their values; empty: none does.
    public var identity: [String: String] = [:]
    /// Operation ids, `tag:Name`, or paths with `*`; empty: all.
    public var include: [String] = []
    public var exclude: [String] = []
    /// Operation id → group, instead of its first tag.
    public var groups: [String: String] = [:]
    /// Operation ids that are safe to repeat, whatever their method.
    public var idempotent: Set<String> = []
    /// Whether each group is a part of the client: `client.contacts.listContacts()`; nil: as ``Lowering/hasNamespaces(_:groups:)`` has it.
    public var hasNamespaces: Bool? = false
    public var keepsUnusedTypes = false
    /// Types that are declared although no operation uses them.
    public var keptTypes: Set<TypeID> = []
    /// Whether every object keeps members that the document does not name.
    public var keepsUnknownMembers = false
    /// Whether ``APIModel/examples`` are made.
    public var makesExamples = false
    /// Paging, failures under a success status, rate limit, retries.
    public var rules = ClientRules()
    public var sharding = Sharding.budget(lines: 400)
    /// Finds entries of the configuration in its file, for findings about them.
    public var findSettings: @Sendable ([Setting]) -> [Setting: Setting.Location] = { _ in [:] }

    public init(module: String) {
        self.module = module
    }
}
