extension DiagnosticCatalog {
    /// Applying overlays.
    static let overlays: [Explanation] = [
        Explanation(
            id: "invalid-json-path", title: "A target of an overlay is not a JSONPath",
            meaning: "A target follows RFC 9535: a dollar sign, then names, indexes and filters.",
            before: "target: $.paths[/pets]",
            says: "the JSONPath breaks at its character 9: expected a quoted name, an index, a slice, * or ?",
            instead: "Apus omits the action.",
            after: "target: $.paths['/pets']"),
        Explanation(
            id: "invalid-overlay", title: "An overlay does not follow the Overlay Specification",
            meaning:
                "An overlay has `overlay`, `info` and `actions`; each action has a `target` and an `update`, `remove` or `copy`.",
            before: """
                overlay: 1.0.0
                info: { title: Fixes, version: 1.0.0 }
                actions:
                  - target: $.info
                    upate: { title: Pets }
                """,
            says: #"overlays have no field "upate" here"#,
            instead: "Apus ignores an unknown field and omits an action without an effect.",
            after: """
                overlay: 1.0.0
                info: { title: Fixes, version: 1.0.0 }
                actions:
                  - target: $.info
                    update: { title: Pets }
                """),
        Explanation(
            id: "overlay-conflict", title: "An overlay updates a value with a value of another kind",
            meaning: "An update merges mappings and appends to lists; it cannot merge a list into a mapping.",
            before: """
                target: $.info
                update: [Pets]
                """,
            says: "cannot merge a sequence into a mapping",
            instead: "The action changes nothing there.",
            after: """
                target: $.info
                update: { title: Pets }
                """),
        Explanation(
            id: "overlay-target-unmatched", title: "A target of an overlay selects nothing",
            meaning:
                "The document has changed, or the path is misspelt, so that the action does not correct the document.",
            before: "target: $.paths['/pet'].get",
            says: "the target $.paths['/pet'].get selects nothing",
            instead: "The action changes nothing.",
            after: "target: $.paths['/pets'].get"),
    ]
}
