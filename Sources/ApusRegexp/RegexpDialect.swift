/// The syntax of a pattern.
public enum RegexpDialect: Sendable, Hashable {
    /// RFC 9485 (I-Regexp), which JSONPath's `match` and `search` use: no anchors, no lazy quantifiers.
    ///
    /// As an extension of the RFC, `\d`, `\s` and `\w` and their complements are supported, because authors expect
    /// them.
    case interoperable
    /// ECMA-262 (section 22.2.1, with the leniency of Annex B), which `pattern` and `patternProperties` of JSON Schema
    /// use. Excludes constructs without a set of states: look-around and back-references.
    case ecmaScript
}
