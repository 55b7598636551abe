/// What configuration says about the Swift to be written.
public struct LoweringOptions: Sendable {
    /// How declarations are spread over files.
    public enum Sharding: Equatable, Sendable {
        /// One file for each type, or a file of small ones once there are many; stable when types come and go.
        case budget(lines: Int)
        /// Exactly this many files of models and this many of operations, for builds that must know their outputs beforehand.
        case fixed(count: Int)
    }

    /// The Swift module; the prefix of the client's own types.
    public var module: String
    /// The document's path as headers show it; empty: as the file was opened.
    public var sourcePath = ""
    /// A comment says where the document declares a type whose name alone does not lead there.
    public var hasSourceComments = true
    /// OpenAPI format → Swift type: a scalar's name (`URL`, `Decimal`) or a type of the adopter's.
    public var formats: [String: String] = [:]
    /// Name in the document (a schema, an operation id, `Schema.property`) → Swift name.
    public var rename: [String: String] = [:]
    /// Schema → existing Swift type.
    public var types: [String: String] = [:]
    /// Schemas, or `Schema.property`, whose enums take no unknown value.
    public var closedEnums: Set<String> = []
    /// Operation ids, `tag:Name`, or paths with `*`; empty: all.
    public var include: [String] = []
    public var exclude: [String] = []
    /// Operation id → group: instead of its first tag.
    public var groups: [String: String] = [:]
    /// Operation ids that are safe to repeat, whatever their method.
    public var idempotent: Set<String> = []
    /// Whether each group is a part of the client: `client.contacts.listContacts()`; nil: as ``Lowering/hasNamespaces(_:groups:)`` has it.
    public var hasNamespaces: Bool? = false
    public var keepsUnusedTypes = false
    /// Every object keeps members that the document does not name.
    public var keepsUnknownMembers = false
    /// Paging, failures under a success status, rate limit, retries.
    public var rules = ClientRules()
    public var sharding = Sharding.budget(lines: 400)

    public init(module: String) {
        self.module = module
    }
}
