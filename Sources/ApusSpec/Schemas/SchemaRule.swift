import ApusSource

/// The rule for one keyword of a Schema Object. Schemas of every version are read through these tables.
struct SchemaRule: Sendable {
    typealias Read = @Sendable (_ context: ReadingContext, _ member: Member, _ parts: inout SchemaParts) -> Void

    let keyword: String
    /// The versions that define the keyword. In others it is read as well, because its author means it, and noted.
    let versions: Set<SpecVersion>
    let read: Read

    init(_ keyword: String, _ versions: Set<SpecVersion> = .all, _ read: @escaping Read) {
        self.keyword = keyword
        self.versions = versions
        self.read = read
    }

    static let byKeyword: [String: SchemaRule] = {
        let rules =
            annotationRules + valueRules + limitRules + objectRules + arrayRules + compositionRules + identifierRules
        return Dictionary(rules.map { ($0.keyword, $0) }, uniquingKeysWith: { first, _ in first })
    }()
}

extension Set<SpecVersion> {
    static let all = Set(SpecVersion.allCases)
    static let since30: Set<SpecVersion> = [.openAPI30, .openAPI31, .openAPI32]
    static let since31: Set<SpecVersion> = [.openAPI31, .openAPI32]
    static let only30: Set<SpecVersion> = [.openAPI30]
    static let only32: Set<SpecVersion> = [.openAPI32]
    static let only2: Set<SpecVersion> = [.swagger2]
    /// For JSON Schema drafts before 2020-12: no version of the specification has these keywords, but tools write them.
    static let never: Set<SpecVersion> = []
}
