/// The JSON Schema of `apus.yaml`, for editors; written from the table of keys.
enum ConfigurationSchema {
    static var json: String {
        let keys = ConfigurationKey.all.map { key in
            "          \(quote(key.name)): { \"description\": \(quote(key.documentation)), \(describe(key.kind())) }"
        }
        let required = ConfigurationKey.all.filter(\.isRequired).map { quote($0.name) }.joined(separator: ", ")
        return """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
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

    private static func describe(_ kind: ConfigurationKey.Kind) -> String {
        switch kind {
        case .text: #""type": "string""#
        case .choice(let words, _): #""enum": ["# + words.map(quote).joined(separator: ", ") + "]"
        case .flag: #""type": "boolean""#
        case .count: #""type": "integer", "minimum": 1, "maximum": 1000"#
        case .list: #""anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]"#
        case .map: #""type": "object", "additionalProperties": { "type": "string" }"#
        }
    }

    /// Keys and documentation are this project's own words; only quotes and backslashes need care.
    private static func quote(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
