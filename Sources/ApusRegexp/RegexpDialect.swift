/// Which syntax a pattern is read by.
public enum RegexpDialect: Sendable, Hashable {
    /// RFC 9485 (I-Regexp), which JSONPath's `match` and `search` use: no anchors, no lazy quantifiers.
    ///
    /// Beyond the RFC, `\d`, `\s` and `\w` and their opposites are known, since authors expect them.
    case interoperable
    /// ECMA-262 (section 22.2.1, with the leniency of Annex B), which `pattern` and `patternProperties` of JSON Schema use. Without what
    /// no set of states can say: look-around and references to what a group matched.
    case ecmaScript
}
