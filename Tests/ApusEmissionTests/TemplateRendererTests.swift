import Testing

@testable import ApusEmission

/// The cases of Mustache's specification (its optional modules aside), as far as templates that print Swift have them: nothing is escaped.
@Suite("Mustache")
struct TemplateRendererTests {
    private struct Value: TemplateValue {
        var children: [String: any TemplateValue]
        func child(named name: String) -> (any TemplateValue)? { children[name] }
    }

    private static var pet: Value {
        Value(children: [
            "name": "Rex & <Tom>", "isTame": true, "isWild": false, "none": [String](), "toys": ["ball", "bone"],
            "owner": Value(children: ["name": "Ann", "home": Value(children: ["city": "Oslo"])]),
            "friends": [Value(children: ["name": "Tom"]), Value(children: ["age": "3"])],
        ])
    }

    private static func render(_ text: String) throws -> String {
        let words = CommonTags(vocabulary: Vocabulary(shadowed: ["Data"]), access: "public ", isMinimal: false)
        var renderer = TemplateRenderer(pet, words: words, templates: [:])
        renderer.render(try Template(text).tokens)
        return renderer.output
    }

    @Test(
        "prints",
        arguments: [
            (
                "{{name}}|{{{name}}}|{{&name}}|{{ name }}|{{& name }}",
                "Rex & <Tom>|Rex & <Tom>|Rex & <Tom>|Rex & <Tom>|Rex & <Tom>"
            ),
            ("{{nobody}}{{owner}}{{toys}}{{isTame}}.", "."),
            ("{{owner.name}} {{owner.home.city}} {{owner.age.years}}.", "Ann Oslo ."),
            ("{{#isTame}}yes{{/isTame}}{{^isTame}}no{{/isTame}}", "yes"),
            ("{{#isWild}}yes{{/isWild}}{{^isWild}}no{{/isWild}}", "no"),
            (
                "{{#toys}}<{{.}}>{{/toys}}{{^toys}}no{{/toys}}{{^none}}none{{/none}}{{#none}}x{{/none}}",
                "<ball><bone>none"
            ),
            (
                "{{#owner}}{{name}} of {{home.city}}, {{isTame}}{{#isTame}}tame{{/isTame}}{{/owner}}",
                "Ann of Oslo, tame"
            ),
            ("{{#friends}}{{name}} {{age}};{{/friends}}", "Tom ;Rex & <Tom> 3;"),
            ("{{^nobody}}nobody{{/nobody}}{{#nobody}}somebody{{/nobody}}", "nobody"),
            ("{{#name}}{{.}}{{/name}}", "Rex & <Tom>"),
            ("{{access}}{{Data}} {{String}}", "public ApusRuntime.FoundationData String"),
            ("{{=<% %>=}}<%name%> {{name}}<%={{ }}=%> {{access}}", "Rex & <Tom> {{name}} public "),
            ("{ {name} } {{! {{name} }}}", "{ {name} } }"),
        ])
    func prints(_ template: String, _ expected: String) throws {
        #expect(try Self.render(template) == expected)
    }

    @Test(
        "leaves out lines that hold a tag alone",
        arguments: [
            ("a\n{{#isTame}}\nb\n{{/isTame}}\nc\n", "a\nb\nc\n"),
            ("a\n  {{#toys}}  \n- {{.}}\n\t{{/toys}}\nc", "a\n- ball\n- bone\nc"),
            ("a\r\n{{! comment }}\r\nb", "a\r\nb"),
            ("a\n{{! comment\nof two lines }}\nb", "a\nb"),
            ("a\n {{=| |=}}\n|access|", "a\npublic "),
            ("{{#isTame}}\n{{/isTame}}", ""),
            ("a {{! here }}\nb", "a \nb"),
            ("{{#isTame}} {{/isTame}}\n", " \n"),
            ("  {{owner.name}}\n", "  Ann\n"),
            ("a{{#isTame}}\n\n{{/isTame}}b", "a\n\nb"),
        ])
    func standalone(_ template: String, _ expected: String) throws {
        #expect(try Self.render(template) == expected)
    }

    @Test(
        "says what is wrong with a template, and in which line",
        arguments: [
            ("a\n{{#doc}}\n{{#name}}{{/name}}", "line 2: the section doc is never closed"),
            ("\n\n{{name", "line 3: a tag is never closed"),
            ("{{/name}}", "line 1: {{/name}} closes no section that is open here"),
            ("{{#doc}}{{#name}}{{/doc}}{{/name}}", "line 1: {{/doc}} closes no section that is open here"),
            ("{{}}", "line 1: {{}} is no name"),
            ("{{a..b}}", "line 1: {{a..b}} is no name"),
            ("{{first name}}", "line 1: {{first name}} is no name"),
            ("{{=<%=}}", "line 1: delimiters are changed as {{=<% %>=}}"),
            ("{{<parent}}{{/parent}}", "line 1: templates do not inherit from each other; a partial is {{> name}}"),
            (String(repeating: "{{#a}}", count: 70), "line 1: sections are nested too deeply"),
        ])
    func refuses(_ template: String, _ reason: String) {
        #expect { try Template(template) } throws: { "\($0)" == reason }
    }
}
