/// The reference for compile time: structs that other generators would emit, `Codable` and `Hashable` synthesized, with
/// `CodingKeys`.
///
/// 300 structs of 11 members, ten to a file. The members are the most common ones, so that the three forms relate as
/// they did when the target was set: properties and initializer alone 0.20 of the synthesized, Apus's codec 0.45.
struct ReferenceStructs {
    enum Form: String, CaseIterable {
        /// Properties and memberwise initializer.
        case floor
        /// `Codable, Hashable` with `CodingKeys`.
        case synthesized
        /// The codec, one line for each member each way.
        case codec
    }

    static let count = 300
    static let perFile = 10

    private static let members: [(name: String, type: String)] = [
        ("id", "String"), ("name", "String"), ("email", "String?"), ("count", "Int"), ("score", "Double?"),
        ("isActive", "Bool"), ("total", "Int?"), ("kind", "String?"), ("tags", "[String]"), ("url", "String?"),
        ("position", "Int"),
    ]

    let form: Form

    /// The files by name.
    func files() -> [(name: String, text: String)] {
        stride(from: 0, to: Self.count, by: Self.perFile).map { first in
            let structs = (first..<first + Self.perFile).map(structText)
            let head = form == .codec ? "public import ApusRuntime\n\n" : ""
            return ("Models\(first).swift", head + structs.joined(separator: "\n"))
        }
    }

    private func structText(_ number: Int) -> String {
        var lines = ["public struct Model\(number): \(conformances) {"]
        lines += Self.members.map { "    public var \($0.name): \($0.type)" }
        lines += initializer
        switch form {
        case .floor: break
        case .synthesized: lines += codingKeys
        case .codec: lines += coding
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    private var conformances: String {
        switch form {
        case .floor: "Sendable"
        case .synthesized: "Codable, Hashable, Sendable"
        case .codec: "APIObject"
        }
    }

    private var initializer: [String] {
        let parameters = Self.members.map { "\($0.name): \($0.type)\($0.type.hasSuffix("?") ? " = nil" : "")" }
        return ["", "    public init(\(parameters.joined(separator: ", "))) {"]
            + Self.members.map { "        self.\($0.name) = \($0.name)" } + ["    }"]
    }

    private var codingKeys: [String] {
        ["", "    public enum CodingKeys: String, CodingKey {"]
            + Self.members.map { "        case \($0.name) = \"the_\($0.name)\"" } + ["    }"]
    }

    private var coding: [String] {
        let reads = Self.members.map { member in
            let call = member.type.hasSuffix("?") ? "optional" : "required"
            return "        \(member.name) = object.\(call)(\"the_\(member.name)\")"
        }
        let writes = Self.members.map { "        object.write(\"the_\($0.name)\", \($0.name))" }
        return ["", "    public init(from object: inout ObjectReader) {"] + reads
            + ["    }", "", "    public func write(to object: inout ObjectWriter) {"] + writes + ["    }"]
    }
}
