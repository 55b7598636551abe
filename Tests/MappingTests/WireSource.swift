import ApusEmission
import ApusModel
import Foundation
import TestSupport

/// The types of the examples that have `wire` blocks, as Swift that is compiled with the tests: one file for each chapter, in which an
/// example is a type around its own. Recorded as the book is.
enum WireSource {
    static let folder = "Tests/MappingTests/Wire/"

    /// `unions`, 2 → `Unions2`
    static func name(of topic: String, _ number: Int) -> String {
        topic.prefix(1).uppercased() + topic.dropFirst() + String(number)
    }

    /// One example with blocks that are compiled.
    struct Example {
        let name: String
        /// Its types, nested in a type of the name.
        let source: String
        /// The types that travel as JSON.
        let types: [String]
        /// The types in XML bodies, each with the arguments of its body's call.
        let roots: [(type: String, arguments: String)]
        /// Swift that makes builders.
        let requests: [String]
        /// The operations with responses, each with the Swift that prints the headers of its successes and of its
        /// failures.
        let answered: [String]
        let headers: [String: (success: String, failure: String)]

        init(_ model: APIModel, as name: String, _ chapter: Chapter, _ outputs: [Int]) throws {
            self.name = name
            types = chapter.wiredTypes(of: outputs, inXML: false)
            let wanted = chapter.wiredTypes(of: outputs, inXML: true)
            let found = wanted.isEmpty ? [:] : try WireSource.roots(of: model, as: name)
            roots = wanted.compactMap { root in found[root].map { (root, $0) } }
            requests = chapter.requests(of: outputs)
            answered = chapter.answered(of: outputs)
            headers = CallSource.headers(of: model)
            let hasTypes = !types.isEmpty || !roots.isEmpty || !requests.isEmpty || !answered.isEmpty
            source = hasTypes ? try WireSource.emit(model, as: name) : ""
            calls = requests.isEmpty && answered.isEmpty ? "" : try CallSource.emit(model, as: name)
        }

        /// The calls of its operations, in an extension of that type.
        let calls: String

        var isEmpty: Bool { source.isEmpty }
        var hasCalls: Bool { !calls.isEmpty }
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
        let files = try Emission.emit(model, options: EmissionOptions(access: .internal))
        return MappingExample.dropHead(of: files.first?.contents ?? "")
    }

    static func nest(_ model: APIModel, in name: String) -> APIModel {
        var model = model
        model.names = model.names.mapValues { [name] + $0 }
        return model
    }

    /// The arguments of `response.xml(…)` by the type that it reads, as the operations of an example print them.
    private static func roots(of model: APIModel, as name: String) throws -> [String: String] {
        var model = nest(model, in: name)
        model.files = [FilePlan(path: "Example.swift", content: .operations(Array(model.operations.indices)))]
        let text = try Emission.emit(model, options: EmissionOptions()).first?.contents ?? ""
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
        let calls = examples.filter(\.hasCalls).map { "        \"\($0.name)\": \($0.name).calls,\n" }
        return "extension WireTypes {\n" + (types.isEmpty ? "" : list(topic, "any APIValue.Type", types))
            + (roots.isEmpty ? "" : list(topic + "InXML", "XMLWire", roots))
            + (calls.isEmpty ? "" : list(topic + "Calls", "WireCalls", calls)) + "}\n"
    }

    private static func list(_ name: String, _ type: String, _ lines: [String]) -> String {
        "    static let \(name): [String: \(type)] = [\n" + lines.joined() + "    ]\n"
    }

    /// Compares with the file that is compiled, or records it.
    static func settle(_ text: String, at file: String) throws {
        try Recording.expect(text, at: folder + file)
    }

    static func file(_ topic: String, _ examples: [Example]) -> String {
        let hasXML = examples.contains {
            $0.source.contains("XML") || $0.calls.contains("xml(") || $0.calls.contains("XML")
        }
        let imports = ["ApusRuntime"] + (hasXML ? ["ApusXML"] : []) + ["Foundation"]
        return "// Generated by Apus from Mappings/\(topic).md, whose examples these are; do not edit.\n"
            + "// swift-format-ignore-file\n\n"
            + imports.map { "import \($0)\n" }.joined() + "\n" + registry(of: examples, topic: topic)
            + examples.map { example in
                "\n" + example.source.trimmingCharacters(in: .newlines) + "\n"
                    + (example.hasCalls ? "\n" + example.calls + "\n" + CallSource.registry(of: example) : "")
            }.joined()
    }

    static func index(_ topics: [String], inXML: [String], calls: [String]) -> String {
        """
        // Generated by Apus from Mappings; do not edit.
        // swift-format-ignore-file

        import ApusRuntime

        /// The compiled types of the book's examples, as `Unions1.Animal`.
        enum WireTypes {
        \(merge("all", "any APIValue.Type", topics))

            /// Those of XML bodies.
        \(merge("allXML", "XMLWire", inXML.map { $0 + "InXML" }))

            /// The calls of each example.
        \(merge("allCalls", "WireCalls", calls.map { $0 + "Calls" }))
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
