import ApusSchemas
import ApusSource
import ApusSpec

/// The extensions with which documents name generated code, Apus's own first; the others belong to other generators.
/// Text without a letter or digit is ignored, and every name is converted to an identifier like any text of the
/// document. The configuration overrides them.
///
/// ``EnumNames`` reads the names of enum members.
enum NamingExtensions {
    /// The use of a name. A schema can have a name as a type and as a member.
    enum Kind {
        case type, member, operation, group
    }

    private static func keys(of kind: Kind) -> [String] {
        switch kind {
        case .type: NameExtensions.ofTypes
        case .member:
            [
                "x-apus-name", "x-swift-name", "x-fern-property-name", "x-fern-parameter-name",
                "x-speakeasy-name-override", "x-ms-client-name", "x-stainless-naming",
            ]
        case .operation:
            [
                "x-apus-name", "x-swift-name", "x-fern-sdk-method-name", "x-speakeasy-name-override",
                "x-ms-client-name", "x-stainless-naming",
            ]
        case .group: ["x-apus-group", "x-fern-sdk-group-name", "x-speakeasy-group"]
        }
    }

    /// The first name that is present.
    static func name(_ kind: Kind, in extensions: Extensions) -> String? {
        if extensions.entries.isEmpty { return nil }
        return keys(of: kind).lazy.compactMap { extensions[$0].flatMap { read($0, kind) } }.first
    }

    /// The name of an operation. A method's name in a group (`list` of `users`) is completed with the group, because
    /// all methods belong to the client.
    static func operationName(in operation: Operation) -> String? {
        let extensions = operation.extensions
        guard let name = name(.operation, in: extensions) else { return nil }
        let isWhole = ["x-apus-name", "x-swift-name"].contains { extensions[$0]?.string != nil }
        let group = self.name(.group, in: extensions)
        let words = Words(name).words.map { $0.lowercased() }
        guard !isWhole, let owner = group ?? (words.count == 1 ? operation.tags.first : nil) else { return name }
        let stems = Words(owner).words.map { (Plurals.singular(of: $0) ?? $0).lowercased() }
        let isNamed = stems.allSatisfy { stem in words.contains { $0.hasPrefix(stem) } }
        return isNamed ? name : name + " " + owner
    }

    /// A text, a list of steps, or a mapping with the name for Swift or for all languages.
    private static func read(_ node: SourceNode, _ kind: Kind) -> String? {
        if let text = node.string { return isUsable(text) ? text : nil }
        if let steps = node.sequence {
            let text = steps.compactMap(\.string).joined(separator: " ")
            return isUsable(text) ? text : nil
        }
        let own = node["swift"] ?? node
        let key =
            switch kind {
            case .type: "type_name"
            case .member: "property_name"
            case .operation: "method_name"
            case .group: "group_name"
            }
        guard let text = own[key]?.string ?? (kind == .type ? node["name"]?.string : nil) else { return nil }
        return isUsable(text) ? text : nil
    }

    private static func isUsable(_ text: String) -> Bool {
        !Words(text).words.isEmpty
    }
}
