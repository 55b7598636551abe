import ApusTemplates

/// The contract between Apus and templates of adopters: the templates, their contexts, and the tags of each.
public enum TemplateContract {
    /// Raised when a tag goes, or gets another meaning. New tags and templates leave it as it is.
    public static let version = 1

    /// A template as Apus has it.
    public struct Entry: Sendable {
        /// The file's name without `.mustache`.
        public let name: String
        /// `StructContext: an object with known members`
        public let purpose: String
        /// Each tag, with the tags of its elements where it is a list: `properties`, `properties.name`.
        public let tags: [String]
        /// The meanings of the tags, in their order.
        public let descriptions: [String]
        /// The text without its first line, which is a comment.
        public let text: String
    }

    /// Ordered by name.
    public static let entries: [Entry] = ContextList.all.compactMap { context in
        guard let bytes = Templates.all.first(where: { $0.name == context.template })?.text else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let head = text.prefix { $0 != "\n" }
        return Entry(
            name: context.template, purpose: String(head.dropFirst(3).dropLast(2)).trimmed, tags: context.tags,
            descriptions: context.tags.map { TagDescriptions.find($0, of: context.template) ?? "" },
            text: String(text.dropFirst(head.count + 1)))
    }.sorted { $0.name < $1.name }

    /// Tags that every template may use: words of the module, beside the names of types.
    public static let words = CommonTags.own.sorted()

    /// The whole contract, for a file that is compared with it.
    public static var text: String {
        "version \(version)\n"
            + entries.map { "\n\($0.name)  \($0.purpose)\n" + $0.listing(indentation: "  ") }.joined()
            + "\n*  in every template, beside the names of types such as {{String}}\n"
            + words.map { "  \($0)  \(TagDescriptions.words[$0] ?? "")\n" }.joined()
    }

    /// A template to start from; its first line keeps the contract that it was made for.
    ///
    /// - Parameter tool: `Apus 0.1.0`
    public static func export(_ entry: Entry, by tool: String) -> String {
        "{{! \(entry.purpose); \(tool), contract \(version), tags: \(entry.tags.joined(separator: " ")) }}\n"
            + entry.text
    }
}

extension TemplateContract.Entry {
    /// A line for each tag with its meaning.
    public func listing(indentation: String) -> String {
        let width = tags.map(\.count).max() ?? 0
        return zip(tags, descriptions).map { tag, description in
            indentation + tag + String(repeating: " ", count: width + 2 - tag.count) + description + "\n"
        }.joined()
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
