import Foundation

/// One client of a target: a folder with an `apus.yaml` that has one client, or with a document.
///
/// A document is `openapi.yaml`, `.yml` or `.json`, or `swagger.…`. A target may have several, each in a folder of its own.
struct ClientInput {
    /// The prefix of the client's own types: the module for the only client of a target, otherwise the folder's name.
    let name: String
    /// The part of the command line that names the input.
    let arguments: [String]

    /// - Throws: ``Problem`` when there is no document, or two folders have the same name.
    static func find(in files: [URL], target: String, module: String) throws -> [ClientInput] {
        let folders = Dictionary(grouping: files) { $0.deletingLastPathComponent().path(percentEncoded: false) }
        let candidates = folders.keys.sorted().filter { input(in: folders[$0] ?? []) != nil }
        // Below a client's folder are parts of its document.
        let chosen = candidates.filter { folder in
            !candidates.contains { $0 != folder && folder.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
        }
        guard !chosen.isEmpty else {
            throw Problem(
                description: """
                    target \(target) uses ApusPlugin and has no document: add an openapi.yaml (or .yml, .json, swagger.…), or an \
                    apus.yaml that names one, to the target's folder
                    """)
        }
        let clients = chosen.map { folder in
            let own = folders[folder] ?? []
            let name = chosen.count == 1 ? module : identifier(URL(filePath: folder).lastPathComponent)
            return ClientInput(
                name: name,
                arguments: (input(in: own) ?? []) + configuration(in: chosen.count == 1 ? files : own))
        }
        guard Set(clients.map(\.name)).count == clients.count else {
            throw Problem(
                description: """
                    target \(target) has two folders of the same name with documents: \
                    \(chosen.joined(separator: ", ")); a client is named as its folder
                    """)
        }
        return clients
    }

    private static func input(in files: [URL]) -> [String]? {
        func file(_ name: String) -> String? {
            files.first { $0.lastPathComponent == name }?.path(percentEncoded: false)
        }
        if let workspace = file("apus.yaml") { return ["generate", "--workspace", workspace] }
        for stem in ["openapi", "swagger"] {
            for ending in ["yaml", "yml", "json"] {
                if let spec = file(stem + "." + ending) { return ["generate", "--spec", spec] }
            }
        }
        return nil
    }

    /// The configuration of Swift OpenAPI Generator, which the tool applies to a document without an `apus.yaml`.
    private static func configuration(in files: [URL]) -> [String] {
        let names = ["openapi-generator-config.yaml", "openapi-generator-config.yml"]
        let found = files.first { names.contains($0.lastPathComponent) }
        return found.map { ["--generator-config", $0.path(percentEncoded: false)] } ?? []
    }

    /// `billing-v2` → `Billing_v2`
    private static func identifier(_ text: String) -> String {
        let plain = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return plain.prefix(1).uppercased() + plain.dropFirst()
    }

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }
}
