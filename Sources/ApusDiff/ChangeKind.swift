/// One row of the table of changes: what may happen to a declaration, its effect, and the sentence that says it.
public struct ChangeKind: Hashable, Sendable {
    /// Stable, in kebab case: `parameter-added-required`.
    public let id: String
    public let area: ChangeArea
    public let effect: ChangeClass
    /// With `{symbol}` and `{renamed}` for the Swift names before and after, `{old}` and `{new}` for what changed.
    public let sentence: String

    init(_ id: String, _ effect: ChangeClass, _ sentence: String, area: ChangeArea) {
        self.id = id
        self.area = area
        self.effect = effect
        self.sentence = sentence
    }
}

/// The part of a document that a change is about.
public enum ChangeArea: String, Sendable, CaseIterable {
    case operations, paging, parameters, bodies, responses, failures, types, properties, limits, enums, unions
    case security, servers, rules, webhooks, xml, client
}
