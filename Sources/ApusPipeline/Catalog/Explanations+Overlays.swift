extension DiagnosticCatalog {
    /// Applying overlays.
    static let overlays: [Explanation] = [
        Explanation(
            id: "invalid-json-path", title: "A target of an overlay is not a JSONPath",
            meaning: "Targets are written as in RFC 9535: a dollar sign, then names, indexes and filters.",
            before: "target: $.paths[/pets]",
            says: "the JSONPath breaks at its character 9: expected a quoted name, an index, a slice, * or ?",
            instead: "The action is left out.",
            after: "target: $.paths['/pets']"),
        Explanation(
            id: "invalid-overlay", title: "An overlay is not as the Overlay Specification asks",
            meaning:
                "An overlay has `overlay`, `info` and `actions`; each action has a `target` and says what to do there.",
            before: """
                overlay: 1.0.0
                info: { title: Fixes, version: 1.0.0 }
                actions:
                  - target: $.info
                    upate: { title: Pets }
                """,
            says: #"overlays have no field "upate" here"#,
            instead: "An unknown field is ignored, an action without a meaning is left out.",
            after: """
                overlay: 1.0.0
                info: { title: Fixes, version: 1.0.0 }
                actions:
                  - target: $.info
                    update: { title: Pets }
                """),
        Explanation(
            id: "overlay-conflict", title: "An overlay updates a value with one of another kind",
            meaning: "Mappings are merged and lists appended; a list cannot be merged into a mapping.",
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
            meaning: "The document has changed, or the path is misspelt; whatever the action mended is not mended.",
            before: "target: $.paths['/pet'].get",
            says: "the target $.paths['/pet'].get selects nothing",
            instead: "The action changes nothing.",
            after: "target: $.paths['/pets'].get"),
    ]
}
