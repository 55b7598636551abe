import ApusEmission
import ApusModel
import Foundation

/// The types of the examples that have `wire` blocks, as Swift that is compiled with the tests: one file for each chapter, in which an
/// example is a type around its own. Recorded as the book is.
enum WireSource {
    static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Wire"

    /// `unions`, 2 → `Unions2`
    static func name(of topic: String, _ number: Int) -> String {
        topic.prefix(1).uppercased() + topic.dropFirst() + String(number)
    }

    /// One example with `wire` blocks.
    struct Example {
        let name: String
        /// Its types, nested in a type of the name.
        let source: String
        /// The types that travel as JSON.
        let types: [String]
        /// The types that travel as XML, each with what its body's call says.
        let roots: [(type: String, arguments: String)]

        init(_ model: APIModel, as name: String, types: [String], roots: [String]) throws {
            self.name = name
            self.types = types
            let found = try WireSource.roots(of: model, as: name)
            self.roots = roots.compactMap { root in found[root].map { (root, $0) } }
            source = try WireSource.emit(model, as: name)
        }
    }

    /// One example's types, nested in a type of the name.
    static func emit(_ model: APIModel, as name: String) throws -> String {
        var model = nest(model, in: name)
        let id = TypeID("wire")
        let types = model.types
        model.names[id] = [name]
        model.types = [.structure(StructDecl(header: TypeHeader(id: id, name: name, nested: types), properties: []))]
        (model.operations, model.failures, model.events) = ([], [], [])
        model.files = [FilePlan(path: "Example.swift", content: .types([0]))]
        let files = try Emission.emit(model, options: EmissionOptions(access: .internal, version: "0"))
        return MappingExample.dropHead(of: files.first?.contents ?? "")
    }

    private static func nest(_ model: APIModel, in name: String) -> APIModel {
        var model = model
        model.names = model.names.mapValues { [name] + $0 }
        return model
    }

    /// The arguments of `response.xml(…)` by the type that it reads, as the operations of an example print them.
    private static func roots(of model: APIModel, as name: String) throws -> [String: String] {
        var model = nest(model, in: name)
        model.files = [FilePlan(path: "Example.swift", content: .operations(Array(model.operations.indices)))]
        let text = try Emission.emit(model, options: EmissionOptions(version: "0")).first?.contents ?? ""
        var roots: [String: String] = [:]
        for part in text.components(separatedBy: "public static func decode(").dropFirst() {
            guard let type = part.firstRange(of: "-> "), let brace = part.firstRange(of: " {\n"),
                let call = part.firstRange(of: "response.xml("), let end = part.firstRange(of: "\n    }")
            else { continue }
            let key = String(part[type.upperBound..<brace.lowerBound]).replacing(name + ".", with: "")
            roots[key] = String(part[call.upperBound..<end.lowerBound].dropLast())
        }
        return roots
    }

    /// The types that a `wire` block may name.
    private static func registry(of examples: [Example], topic: String) -> String {
        let types = examples.flatMap { example in
            example.types.map { "        \"\(example.name).\($0)\": \(example.name).\($0).self,\n" }
        }
        let roots = examples.flatMap { example in
            example.roots.map { root in
                let type =
                    root.type.hasPrefix("[")
                    ? "[\(example.name).\(root.type.dropFirst())" : "\(example.name).\(root.type)"
                return "        \"\(example.name).\(root.type)\": XMLWire(\(type).self, \(root.arguments)),\n"
            }
        }
        let json = types.isEmpty ? "" : list(topic, "any APIValue.Type", types)
        return "extension WireTypes {\n" + json + (roots.isEmpty ? "" : list(topic + "InXML", "XMLWire", roots)) + "}\n"
    }

    private static func list(_ name: String, _ type: String, _ lines: [String]) -> String {
        "    static let \(name): [String: \(type)] = [\n" + lines.joined() + "    ]\n"
    }

    /// Whether the file is as it should be; recording writes it.
    static func settle(_ text: String, at file: String) throws -> Bool {
        let url = URL(filePath: folder + "/" + file)
        let current = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
        if current == text { return true }
        if MappingBook.isRecording { try Data(text.utf8).write(to: url, options: .atomic) }
        return false
    }

    static func file(_ topic: String, _ examples: [Example]) -> String {
        let imports = ["ApusRuntime"] + (examples.contains { !$0.roots.isEmpty } ? ["ApusXML"] : []) + ["Foundation"]
        return "// Generated by Apus from Mappings/\(topic).md, whose examples these are; do not edit.\n"
            + "// swift-format-ignore-file\n\n"
            + imports.map { "import \($0)\n" }.joined() + "\n" + registry(of: examples, topic: topic)
            + examples.map { "\n" + $0.source.trimmingCharacters(in: .newlines) + "\n" }.joined()
    }

    static func index(_ topics: [String], inXML: [String]) -> String {
        """
        // Generated by Apus from Mappings; do not edit.
        // swift-format-ignore-file

        import ApusRuntime

        /// The compiled types of the book's examples, as `Unions1.Animal`.
        enum WireTypes {
        \(merge("all", "any APIValue.Type", topics))

            /// Those of XML bodies.
        \(merge("allXML", "XMLWire", inXML.map { $0 + "InXML" }))
        }

        """
    }

    private static func merge(_ name: String, _ type: String, _ parts: [String]) -> String {
        """
            static let \(name): [String: \(type)] = {
                let chapters: [[String: \(type)]] = [
        \(parts.map { "            " + $0 }.joined(separator: ",\n")),
                ]
                return chapters.reduce(into: [:]) { all, types in all.merge(types) { first, _ in first } }
            }()
        """
    }
}
