import ApusPipeline
import Foundation

/// `apus.yaml` and overlays.
enum ConfigurationShapes {
    static let all: [GrowthShape] =
        [
            workspace("clients of apus.yaml") { size in
                (0..<size).map { "- { name: C\($0), spec: s\($0).yaml, output: gen/C\($0) }" }
            },
            workspace("clients of apus.yaml, all in one folder") { size in
                (0..<size).map { "- { name: C\($0), spec: s\($0).yaml, output: gen }" }
            },
            workspace("entries of one client") { size in
                [
                    "- { name: C, spec: s.yaml, include: [" + (0..<size).map { "op\($0)" }.joined(separator: ", ")
                        + "], rename: {"
                        + (0..<size).map { "a\($0): A\($0)" }.joined(separator: ", ") + "} }"
                ]
            },
            workspace("unknown keys of apus.yaml") { size in
                ["- { name: C, spec: s.yaml, " + (0..<size).map { "key\($0): 1" }.joined(separator: ", ") + " }"]
            },
            .document(
                "operations that include lists",
                set: { client, size, _ in client.selection.include = (0..<size).map { "get\($0)" } }
            ) { size in
                DocumentText(paths: (0..<size).map { Piece.path("/p\($0)", "get\($0)") }).text
            },
            .document(
                "operations that exclude lists, by tag",
                set: { client, size, _ in client.selection.exclude = (0..<size).map { "tag:t\($0)" } }
            ) { size in
                DocumentText(
                    paths: (0..<size).map { Piece.path("/p\($0)", "get\($0)", "\"tags\": [\"u\($0)\"], " + Piece.done) }
                ).text
            },
            overlay("actions of an overlay") { size in
                (0..<size).map { "{\"target\": \"$.paths['/p\($0)'].get\", \"update\": {\"summary\": \"It.\"}}" }
            },
            // As many actions at each size: one for each hundred paths would ask for changes that grow with the square.
            overlay("actions of an overlay, wildcards") { _ in
                (0..<40).map { _ in "{\"target\": \"$.paths.*.get\", \"update\": {\"summary\": \"It.\"}}" }
            },
            overlay("removals of an overlay") { size in
                (0..<size).map { "{\"target\": \"$.paths['/p\($0)']\", \"remove\": true}" }
            },
            overlay("JSONPath, search of everything") { _ in
                ["{\"target\": \"$..[?search(@, '(a|b|ab)*c')]\", \"update\": {\"x-a\": 1}}"]
            },
            overlay("JSONPath, search of everything, long pattern") { size in
                let pattern = String(repeating: "(a?)", count: min(size, 10_000)) + "b"
                return ["{\"target\": \"$..[?search(@, '\(pattern)')]\", \"update\": {\"x-a\": 1}}"]
            },
            overlay("JSONPath, a long list of wildcards") { size in
                [
                    "{\"target\": \"$..[\(Array(repeating: "*", count: size).joined(separator: ","))]\", \"update\": {\"x-a\": 1}}"
                ]
            },
            overlay("JSONPath, wildcards and wildcards") { _ in
                ["{\"target\": \"$..*..*..*..*..*\", \"update\": {\"x-a\": 1}}"]
            },
            overlay("JSONPath, a filter over a query of everything") { _ in
                ["{\"target\": \"$..[?count($..*) > 1]\", \"update\": {\"x-a\": 1}}"]
            },
            overlay("JSONPath, a path of many names") { size in
                ["{\"target\": \"$\(String(repeating: ".a", count: size))\", \"update\": {\"x-a\": 1}}"]
            },
            overlay("JSONPath, parentheses", last: 40_000) { size in
                [
                    "{\"target\": \"$[?\(String(repeating: "(", count: size))@.a\(String(repeating: ")", count: size))]\", \"update\": {\"x-a\": 1}}"
                ]
            },
        ]

    private static func workspace(_ name: String, _ clients: @escaping @Sendable (Int) -> [String]) -> GrowthShape {
        GrowthShape(name: name) { size in
            let text = "clients:\n" + clients(size).map { "  " + $0 + "\n" }.joined()
            let folder = try TemporaryFolder.make()
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/apus.yaml"))
            return GrowthShape.Work(bytes: text.utf8.count) {
                do {
                    return "\(try Workspace.load(folder + "/apus.yaml").clients.count) clients"
                } catch let problem as WorkspaceProblem {
                    return "refused: \(problem.text.utf8.count / 1_000) KB of findings"
                }
            }
        }
    }

    /// An overlay over as many paths.
    private static func overlay(
        _ name: String, last: Int = 160_000, _ actions: @escaping @Sendable (Int) -> [String]
    ) -> GrowthShape {
        .document(
            name, last: last,
            set: { client, size, folder in
                let text =
                    "{\"overlay\": \"1.0.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"actions\": \(Piece.array(actions(size)))}"
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/overlay.json"))
                client.overlays = [folder + "/overlay.json"]
            }
        ) { size in
            DocumentText(paths: (0..<size).map { Piece.path("/p\($0)", "get\($0)") }).text
        }
    }
}
