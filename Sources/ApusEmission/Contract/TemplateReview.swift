/// The comparison of an adopter's template with the contract.
public struct TemplateReview: Sendable {
    /// The edits that the template needs before it can be used.
    public private(set) var problems: [String] = []
    /// The tags that Apus's own template prints and this one does not.
    public private(set) var notes: [String] = []

    /// - Parameters:
    ///   - name: The file's name without `.mustache`.
    ///   - nearest: Finds the name that a misspelt one means.
    public init(of text: String, named name: String, nearest: (String, [String]) -> String?) {
        guard let entry = TemplateContract.entries.first(where: { $0.name == name }) else {
            let names = TemplateContract.entries.map(\.name)
            let advice = nearest(name, names).map { "did you mean \($0).mustache?" }
            problems = ["Apus has no such template; " + (advice ?? "it has " + names.joined(separator: ", "))]
            return
        }
        let origin = Origin(of: text)
        let template: Template
        do {
            template = try Template(TemplateLibrary.body(text))
        } catch {
            problems = [error.description]
            return
        }
        let tags = TemplateTags(template)
        for tag in Self.unique(tags.unknown(to: entry.tags)) {
            let advice = nearest(tag, entry.tags.map { $0.split(separator: ".").last.map(String.init) ?? $0 })
            let wasThere = origin?.tags.contains { $0 == tag || $0.hasSuffix("." + tag) } ?? false
            problems.append(
                "nothing is named {{\(tag)}} here" + (wasThere ? " any more" : "")
                    + (advice.map { "; did you mean {{\($0)}}?" } ?? ""))
        }
        if let origin, origin.contract > TemplateContract.version {
            problems.append(
                "it was made for contract \(origin.contract), and this Apus has \(TemplateContract.version); use a newer Apus"
            )
        } else if let origin, origin.contract < TemplateContract.version {
            notes.append("it was made for contract \(origin.contract), and this is \(TemplateContract.version)")
        }
        notes += tags.unused(of: entry.tags).map { tag in
            let isNew = origin.map { !$0.tags.contains(tag) } ?? false
            return isNew
                ? "{{\(tag)}} is new, and Apus's own template prints it"
                : "it leaves out {{\(tag)}}, which Apus's own prints"
        }
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// The contract in the first line of an exported template.
    private struct Origin {
        let contract: Int
        let tags: [String]

        init?(of text: String) {
            let head = text.prefix { $0 != "\n" }
            guard let match = head.firstMatch(of: /contract ([0-9]{1,6}), tags: ([A-Za-z. ]*)/),
                let contract = Int(match.1)
            else { return nil }
            self.contract = contract
            tags = match.2.split(separator: " ").map(String.init)
        }
    }
}
