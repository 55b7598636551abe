import ApusJSON
import ApusLowering

/// The JSON Schema of `apus.yaml`, for editors; generated from the table of keys.
enum ConfigurationSchema {
    static var json: String {
        let keys = ConfigurationKey.all.map { key in
            "          \(JSONString.quote(key.name)): { \"description\": \(JSONString.quote(key.documentation)), \(standard(key))\(describe(key.kind())) }"
        }
        let required = ConfigurationKey.all.filter(\.isRequired).map { JSONString.quote($0.name) }.joined(
            separator: ", ")
        return """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": \(JSONString.quote(id)),
              "title": "Apus workspace",
              "type": "object",
              "additionalProperties": false,
              "required": ["clients"],
              "properties": {
                "clients": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": [\(required)],
                    "properties": {
            \(keys.joined(separator: ",\n"))
                    }
                  }
                }
              }
            }

            """
    }

    /// A name without a location (RFC 8141, section 3): editors find the schema in the package, and tell versions apart.
    static let id = "urn:apus:workspace:" + GeneratorVersion.current

    /// `"default": false, `, or nothing.
    private static func standard(_ key: ConfigurationKey) -> String {
        switch key.kind() {
        case .choice: key.standard.map { "\"default\": \(JSONString.quote($0)), " } ?? ""
        case .flag: "\"default\": false, "
        case .list: "\"default\": \(list(key.standard)), "
        case .map, .lists: "\"default\": {}, "
        case .text, .count, .rules: ""
        }
    }

    /// `[models, client]` → `["models", "client"]`
    private static func list(_ standard: String?) -> String {
        let words = (standard ?? "").split { "[], ".contains($0) }
        return "[" + words.map { JSONString.quote(String($0)) }.joined(separator: ", ") + "]"
    }

    static func describe(_ kind: ConfigurationKey.Kind) -> String {
        switch kind {
        case .text: #""type": "string""#
        case .choice(let words, _): #""enum": ["# + words.map { JSONString.quote($0) }.joined(separator: ", ") + "]"
        case .flag: #""type": "boolean""#
        case .count: #""type": "integer", "minimum": 1, "maximum": 1000"#
        case .list: #""anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]"#
        case .map: #""type": "object", "additionalProperties": { "type": "string" }"#
        case .lists:
            #""type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] }"#
        case .rules(let schema, _, _): schema
        }
    }

    /// A rule.
    static func object<Rule>(of keys: [RuleKey<Rule>]) -> String {
        let members = keys.map { key in
            "\(JSONString.quote(key.name)): { \"description\": \(JSONString.quote(key.documentation)), \(describe(key.kind())) }"
        }
        let required = keys.filter(\.isRequired).map { JSONString.quote($0.name) }.joined(separator: ", ")
        return #""type": "object", "additionalProperties": false, "#
            + (required.isEmpty ? "" : "\"required\": [\(required)], ")
            + "\"properties\": { \(members.joined(separator: ", ")) }"
    }

    /// A rule, or a list of them.
    static func list<Rule>(of keys: [RuleKey<Rule>]) -> String {
        let rule = "{ \(object(of: keys)) }"
        return "\"anyOf\": [\(rule), { \"type\": \"array\", \"items\": \(rule) }]"
    }

    /// Rules by name.
    static func map<Rule>(of keys: [RuleKey<Rule>]) -> String {
        "\"type\": \"object\", \"additionalProperties\": { \(object(of: keys)) }"
    }

    /// Rules by name, each a word or its members.
    static func map<Rule>(of keys: [RuleKey<Rule>], or words: [String]) -> String {
        "\"type\": \"object\", \"additionalProperties\": { \"anyOf\": [{ \"enum\": ["
            + words.map { JSONString.quote($0) }.joined(separator: ", ") + "] }, { \(object(of: keys)) }] }"
    }

    private static func describe<Rule>(_ kind: RuleKey<Rule>.Kind) -> String {
        switch kind {
        case .text: #""type": "string""#
        case .choice(let words, _): #""enum": ["# + words.map { JSONString.quote($0) }.joined(separator: ", ") + "]"
        case .flag: #""type": "boolean""#
        case .count(let range, _):
            "\"type\": \"integer\", \"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound)"
        case .duration: #""anyOf": [{ "type": "integer" }, { "type": "string", "pattern": "^[0-9]+(ms|s|m|h)?$" }]"#
        case .offset: ##""type": "string", "pattern": "^(UTC|Z|[+-][0-9]{2}:[0-9]{2})$""##
        case .texts: #""anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]"#
        }
    }
}
