import ApusTemplates
import Testing

@testable import ApusEmission

@Suite("Templates and contexts agree")
struct TemplateContractTests {
    static let names = Templates.all.map(\.name)

    @Test("each template has one context, and each context one template")
    func pairs() {
        #expect(ContextList.all.map { $0.template }.sorted() == Self.names.sorted())
    }

    @Test("a template begins with the name of its context", arguments: names)
    func firstLine(_ name: String) throws {
        let text = try #require(Self.text(of: name))
        let context = try #require(ContextList.all.first { $0.template == name })
        #expect(text.hasPrefix("{{! \(context): "))
    }

    @Test("every tag is one of its context's, and every one of its context's is used", arguments: names)
    func tags(_ name: String) throws {
        let tags = TemplateTags(try Template(try #require(Self.text(of: name))))
        let context = try #require(ContextList.all.first { $0.template == name })
        #expect(tags.unknown(to: context.tags) == [])
        #expect(tags.unused(of: context.tags) == [])
    }

    @Test("no context has a tag that is a word of the module's", arguments: names)
    func words(_ name: String) throws {
        let context = try #require(ContextList.all.first { $0.template == name })
        #expect(context.tags.flatMap { $0.split(separator: ".") }.filter { CommonTags.isWord(String($0)) } == [])
    }

    @Test("every tag is described", arguments: names)
    func descriptions(_ name: String) throws {
        let context = try #require(ContextList.all.first { $0.template == name })
        #expect(context.tags.filter { TagDescriptions.find($0, of: name)?.isEmpty ?? true } == [])
        let described = TagDescriptions.own[name]?.keys.sorted() ?? []
        #expect(described.filter { !context.tags.contains($0) } == [], "no such tag")
    }

    @Test("every shared description is of a tag")
    func sharedDescriptions() {
        let tags = ContextList.all.flatMap { context in
            context.tags.filter { TagDescriptions.own[context.template]?[$0] == nil }
                .compactMap { $0.split(separator: ".").last.map(String.init) }
        }
        #expect(Set(TagDescriptions.shared.keys).subtracting(tags) == [])
        #expect(Set(TagDescriptions.words.keys) == CommonTags.own)
        #expect(Set(TagDescriptions.own.keys).isSubset(of: Self.names))
    }

    @Test("a template stays short", arguments: names)
    func length(_ name: String) throws {
        #expect(try #require(Self.text(of: name)).split(separator: "\n", omittingEmptySubsequences: false).count <= 81)
    }

    private static func text(of name: String) -> String? {
        Templates.all.first { $0.name == name }.map { String(decoding: $0.text, as: UTF8.self) }
    }
}
