import ApusSource
import ApusSpec

/// The names that may stand in a query: those of parameters, of members that an exploded object spreads over it, and of `deepObject`'s members.
struct QueryNames {
    private var names: Set<SourceKey> = []
    private var bases: Set<SourceKey> = []
    private var spread: Set<SourceKey> = []
    /// Whether an exploded object allows any name.
    private(set) var isOpen = false

    init(_ parameters: [Parameter], _ document: Document, keys: [String]) {
        names = Set(keys.map { SourceKey($0) })
        for parameter in parameters {
            let key = SourceKey(parameter.name)
            names.insert(key)
            bases.insert(Self.base(of: parameter.name) ?? key)
            guard let schema = parameter.schema, parameter.style == .form, parameter.explode else { continue }
            let empty = SourceNode(.mapping(SourceMapping()), mark: parameter.mark)
            let branches = Branches(of: empty, schema, document).all
            let properties = branches.flatMap(\.object.properties)
            let isObject = branches.contains { $0.types.contains(.object) || !$0.object.properties.isEmpty }
            guard isObject else { continue }
            spread.insert(key)
            if properties.isEmpty || branches.contains(where: { $0.object.isOpen }) { isOpen = true }
            names.formUnion(properties.map { SourceKey($0.name) })
        }
    }

    /// Whether the parameter's members are in the query under names of their own.
    func isSpread(_ parameter: Parameter) -> Bool { spread.contains(SourceKey(parameter.name)) }

    /// `filter[name]` is known where `filter` or `filter[…]` is.
    func knows(_ name: String) -> Bool {
        names.contains(SourceKey(name)) || Self.base(of: name).map(bases.contains) ?? false
    }

    /// `filter[name][]` → `filter`; nil without a bracket.
    static func base(of name: String) -> SourceKey? {
        guard let bracket = name.utf8.firstIndex(of: UInt8(ascii: "[")), bracket != name.utf8.startIndex else {
            return nil
        }
        return SourceKey(String(name[..<bracket]))
    }
}
