import ApusRegexp
import ApusRuntime
import ApusXML

/// Inputs that the runtime reads, checks and waits for: a server chooses all of them.
enum RuntimeShapes {
    static let all: [GrowthShape] = json + checks + headers + bodies + xml + signatures + waits

    /// `e` with as many combining marks, in the order that costs `String` the most.
    static func marked(_ count: Int) -> String { "e" + String(repeating: "\u{301}\u{323}", count: count) }

    static let json: [GrowthShape] = [
        // Beyond this size, two of the names have one hash of 32 bits, and the object is read by the slower lookup,
        // which is linear as well.
        decoding("runtime: members", of: JSONValue.self, last: 40_000) { size in object(size) { "\"n\($0)\":1" } },
        decoding("runtime: members, equal", of: JSONValue.self) { size in object(size) { "\"n\($0 % 2)\":1" } },
        decoding("runtime: members, escaped", of: JSONValue.self) { size in object(size) { "\"\\u006e\($0)\":1" } },
        decoding("runtime: members nobody knows", of: RuntimeItem.self, last: 40_000) { size in
            object(size) { $0 == 0 ? "\"name\":\"a\"" : "\"n\($0)\":1" }
        },
        decoding("runtime: members nobody knows, colliding names", of: RuntimeItem.self) { size in
            object(size) { $0 == 0 ? "\"name\":\"a\"" : "\"name\":\"\($0)\"" }
        },
        decoding("runtime: member name, marks", of: JSONValue.self) { "{\"\(marked($0))\":1,\"\(marked($0 + 1))\":2}" },
        decoding("runtime: member names in runs of marks", of: [String: Int].self) { size in
            "{\"" + String(repeating: marked(30), count: size / 30 + 1) + "\":1}"
        },
        decoding("runtime: enum value, marks", of: [RuntimeTint].self) { "[\"\(marked($0))\",\"\(marked($0 + 1))\"]" },
        decoding("runtime: discriminator, marks", of: RuntimeChoice.self) { "{\"kind\":\"\(marked($0))\"}" },
        decoding("runtime: items", of: [RuntimeItem].self) { list(of: "{\"name\":\"aaa\"}", $0) },
        decoding("runtime: strings", of: [String].self) { list(of: "\"aaa\"", $0) },
        decoding("runtime: text", of: String.self) { "\"\(String(repeating: "text ", count: $0))\"" },
        decoding("runtime: digits", of: JSONValue.self) { "1\(String(repeating: "0", count: $0))" },
        GrowthShape(name: "runtime: values as keys") { size in
            let text = list(of: "{\"name\":\"aaa\"}", size)
            return .init(bytes: text.utf8.count) {
                let items = try JSONDecoding.decode([JSONValue].self, from: Array(text.utf8))
                return "\(Set(items).count) values"
            }
        },
    ]

    static let checks: [GrowthShape] = [
        checking("runtime: checked items") { list(of: "{\"name\":\"aaa\"}", $0) },
        checking("runtime: checked items that violate") {
            list(of: "{\"name\":\"bbbbbbb\",\"shoe\":1,\"tint\":\"x\"}", $0)
        },
        checking("runtime: checked items, repeated names") { list(of: "{\"name\":\"a\",\"name\":\"b\"}", $0) },
        checking("runtime: checked items in items") { size in
            (0..<40).reduce(list(of: "{\"name\":\"a\"}", size)) { text, _ in "[{\"name\":\"a\",\"items\":\(text)}]" }
        },
        checking("runtime: checked items below a long name") { size in
            "[{\"name\":\"a\",\"\(String(repeating: "n", count: size))\":\(list(of: "{\"x\":1}", size))}]"
        },
        matching("runtime: pattern (a+)+", "^(a+)+$") { String(repeating: "a", count: $0) + "!" },
        matching("runtime: pattern (a|aa)*", "(a|aa)*b") { String(repeating: "a", count: $0) },
        matching("runtime: pattern .*", "x.*y.*z") { String(repeating: "xy", count: $0) },
        matching("runtime: pattern, marks", "^\\w+$") { marked($0) },
        matching("runtime: pattern, counted", "^(?:[a-z]{1,20} ?){1,50}$") { String(repeating: "word ", count: $0) },
    ]

    static func list(of item: String, _ count: Int) -> String {
        "[" + Array(repeating: item, count: count).joined(separator: ",") + "]"
    }

    static func object(_ count: Int, _ member: (Int) -> String) -> String {
        "{" + (0..<count).map(member).joined(separator: ",") + "}"
    }

    private static func decoding<Value: APIValue>(
        _ name: String, of type: Value.Type, last: Int = 160_000, _ make: @escaping @Sendable (Int) -> String
    ) -> GrowthShape {
        GrowthShape(name: name, last: last) { size in
            let bytes = Array(make(size).utf8)
            return .init(bytes: bytes.count) {
                do {
                    return "\(try JSONDecoding.decode(type, from: bytes).json().count) bytes"
                } catch let problem as DecodingProblem {
                    return "expected \(problem.expected)"
                }
            }
        }
    }

    private static func checking(_ name: String, _ make: @escaping @Sendable (Int) -> String) -> GrowthShape {
        GrowthShape(name: name) { size in
            let bytes = Array(make(size).utf8)
            return .init(bytes: bytes.count) {
                let violations = try JSONDecoding.decode([RuntimeItem].self, from: bytes).violations().count
                let surprises = try JSONDecoding.surprises(in: bytes, as: [RuntimeItem].self).count
                return "\(violations) violations, \(surprises) surprises"
            }
        }
    }

    private static func matching(
        _ name: String, _ pattern: String, _ make: @escaping @Sendable (Int) -> String
    ) -> GrowthShape {
        GrowthShape(name: name) { size in
            let text = make(size)
            return .init(bytes: text.utf8.count) {
                let fits = LinearRegexp(pattern, as: .ecmaScript)?.matches(text, isWhole: false)
                return "\(fits.map { "\($0)" } ?? "not checked")"
            }
        }
    }
}
