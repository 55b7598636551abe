import ApusSource

extension ReadingContext {
    /// A document need not declare its tags; one that is spelled almost as a declared one is a slip.
    func checkTags(of operation: NodeLocation) {
        guard !tagNames.isEmpty, let tags = operation.node["tags"]?.sequence, let owner = operation.member("tags")
        else { return }
        for (index, tag) in tags.enumerated() {
            guard let text = tag.string, !tagNames.contains(text), comparedTags.insert(text).inserted,
                let nearest = findNearest(to: text, among: tagNames, within: 2)
            else { continue }
            report(.misspelledTag(text, nearest: nearest, at: owner.location.item(index, tag)))
        }
    }
}

extension Diagnostic {
    fileprivate static func misspelledTag(_ text: String, nearest: String, at item: NodeLocation) -> Diagnostic {
        Diagnostic(
            id: "misspelled-tag", severity: .warning, message: "the document declares no tag \"\(text)\"",
            mark: item.mark, pointer: item.pointer,
            hint: advise(nearest, "Apus makes a group of its own of it; declare it under `tags` if it is meant"))
    }
}
