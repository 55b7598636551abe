import ApusDiff
import ApusEmission
import ApusModel
import ApusSource
import Foundation
import Testing

/// The verdict about compiling is the compiler's: the caller of each case, written against the old client, is type-checked with the old client and with the new
/// one. Both runs compile all cases as one module, each in a namespace of its own.
@Suite(.timeLimit(.minutes(10))) struct CallerTests {
    @Test func everyCallerCompilesWithTheOldClient() throws {
        let failing = try Callers.findFailing { try $0.compareModels().old }
        #expect(failing.isEmpty, "\(Self.describe(failing))")
    }

    @Test func aCallerCompilesWithTheNewClientUnlessTheChangeIsBreaking() throws {
        let failing = try Callers.findFailing { try $0.compareModels().new }
        let breaking = Set(DiffCase.all.map(\.kind).filter { ChangeTable.find($0)?.effect == .breaking })
        let claimed = breaking.subtracting(failing.keys).sorted()
        #expect(claimed.isEmpty, "these are called breaking, and their callers compile")
        let unclaimed = failing.filter { !breaking.contains($0.key) }
        #expect(
            unclaimed.isEmpty,
            "these callers do not compile, and the changes are not called breaking:\(Self.describe(unclaimed))")
    }

    /// The declarations that are kept for one version serve exactly the kinds that say so.
    @Test func aCallerCompilesWithTheKeptNames() throws {
        let cases = DiffCase.all.filter { ChangeTable.find($0.kind)?.effect == .breaking }
        let failing = try Callers.findFailing(cases) { try $0.lowerKeepingNames() }
        let compiling = Set(cases.map(\.kind)).subtracting(failing.keys)
        #expect(compiling.subtracting(Shims.kinds).sorted() == [], "these compile, and the list of kinds lacks them")
        #expect(
            Shims.kinds.subtracting(compiling).sorted() == [], "these do not compile:\(Self.describe(failing))")
    }

    @Test func everyCaseHasACaller() {
        let silent = DiffCase.all.filter { $0.caller.allSatisfy(\.isWhitespace) }.map(\.kind)
        #expect(silent.isEmpty)
    }

    private static func describe(_ failing: [String: String]) -> String {
        failing.sorted { $0.key < $1.key }.map { "\n  \($0.key): \($0.value)" }.joined()
    }
}

extension DiffCase {
    /// Both models, as the generator emits them.
    func compareModels() throws -> (old: APIModel, new: APIModel) {
        let files = SourceFiles()
        return (
            try Self.lower(old, named: "old.yaml", files).model, try Self.lower(new, named: "openapi.yaml", files).model
        )
    }
}

extension DiffCase {
    /// The new model with the names of the old one.
    func lowerKeepingNames() throws -> APIModel {
        let files = SourceFiles()
        let before = try Self.readTree(old, named: "old.yaml", files)
        let after = try Self.readTree(new, named: "openapi.yaml", files)
        let old = try Self.lower(try Self.read(before, files), files)
        let new = try Self.lower(try Self.read(after, files), files)
        let whole = Shims.keepRemoved(
            of: (old, before.root), in: (new, after.root), files: files,
            read: { try? Self.read((after.file, $0), files) }, lower: { try? Self.lower($0, keeping: $1, files) })
        var model = whole.model
        model.shims = Shims.find(from: old, to: whole, files: files)
        model.files.append(FilePlan(path: "ShopPrevious.swift", content: .shims))
        return model
    }
}

/// All cases as one module.
private enum Callers {
    /// The cases whose callers do not compile, with the first error of each.
    /// - Parameter model: The client to call.
    static func findFailing(
        _ cases: [DiffCase] = DiffCase.all, _ model: (DiffCase) throws -> APIModel
    ) throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var paths: [String] = []
        for (position, one) in cases.enumerated() {
            let files = try Emission.emit(try model(one), options: EmissionOptions())
            let client = Namespace.make(
                named: "Case\(position)", of: files.filter { $0.path.hasSuffix(".swift") }.map(\.contents))
            let body = one.caller.split(separator: "\n").map { "        \($0)\n" }.joined()
            let caller =
                "extension Case\(position) {\n    static func call(_ shop: ShopClient) async throws {\n\(body)    }\n}\n"
            for (name, text) in [
                ("\(one.kind).client.swift", client), ("\(one.kind).swift", Namespace.imports + caller),
            ] {
                let file = folder.appending(path: name)
                try Data(text.utf8).write(to: file)
                paths.append(file.path)
            }
        }
        return try failing(in: try Compiler.check(paths, output: folder.appending(path: "output.txt")))
    }

    /// `…/parameter-removed.swift:9:5: error: …`
    private static func failing(in output: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for line in output.split(separator: "\n") {
            guard let range = line.range(of: ": error: "), let slash = line[..<range.lowerBound].lastIndex(of: "/")
            else { continue }
            let name = line[line.index(after: slash)...].prefix { $0 != ":" }
            #expect(!name.hasSuffix(".client.swift"), "a client does not compile: \(line)")
            let kind = String(name.dropLast(".swift".count))
            found[kind] = found[kind] ?? String(line[range.upperBound...])
        }
        return found
    }
}

/// A generated module inside of an enum, so that several fit into one module.
private enum Namespace {
    static let imports = "import ApusRuntime\nimport ApusXML\nimport Foundation\n"

    /// Extensions are merged into their types: an extension of a nested type does not see its siblings.
    static func make(named name: String, of files: [String]) -> String {
        var bodies: [String: [String]] = [:]
        var conformances: [String: [String]] = [:]
        var blocks: [[Substring]] = []
        for block in files.flatMap(split) {
            guard let head = block.first(where: { $0.hasPrefix("extension ") }) else {
                blocks.append(block)
                continue
            }
            let words = head.dropFirst("extension ".count).dropLast(2).split(separator: ": ", maxSplits: 1).map(
                String.init)
            if words.count > 1 { conformances[words[0], default: []].append(words[1]) }
            let start = block.firstIndex(of: head).map { $0 + 1 } ?? 0
            bodies[words[0], default: []] += block[start...].dropLast().map(String.init)
        }
        var text = imports + "enum \(name) {\n"
        for block in blocks {
            let head = block.firstIndex { $0.hasSuffix("{") } ?? 0
            let owner = declared(block[head])
            for (position, line) in block.enumerated() {
                if position == head, let more = conformances[owner] {
                    text += "\(line.dropLast(2)), \(more.joined(separator: ", ")) {\n"
                } else if position == block.count - 1, block.count > 1, let body = bodies[owner] {
                    text += body.map { $0 + "\n" }.joined() + "\(line)\n"
                } else {
                    text += "\(line)\n"
                }
            }
        }
        text += "}\n"
        // Members of nested types need no names beside them.
        for (owner, body) in bodies.sorted(by: { $0.key < $1.key }) where owner.contains(".") {
            text += "extension \(name).\(owner) {\n" + body.map { $0 + "\n" }.joined() + "}\n"
        }
        return text
    }

    /// `public nonisolated struct ShopServer: Sendable {` → `ShopServer`
    private static func declared(_ head: Substring) -> String {
        let words = head.split { $0 == " " || $0 == ":" || $0 == "{" }
        let position = words.firstIndex { ["struct", "enum", "class"].contains($0) } ?? 0
        return position + 1 < words.count ? String(words[position + 1]) : ""
    }

    /// The declarations of a file, each from its comment to its closing brace.
    private static func split(_ file: String) -> [[Substring]] {
        var blocks: [[Substring]] = []
        var block: [Substring] = []
        for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
            let isHead = line.contains("import ") || line.hasPrefix("#") || line.hasPrefix("// ")
            if block.isEmpty, line.isEmpty || isHead { continue }
            block.append(line)
            let isShort = line.hasPrefix("public typealias ")
            if line == "}" || isShort || line.hasSuffix("{}") && line.first != " " {
                blocks.append(block)
                block = []
            }
        }
        return blocks
    }
}

private enum Compiler {
    /// The compiler's messages about one module.
    static func check(_ paths: [String], output: URL) throws -> String {
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments + paths
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        return String(decoding: try Data(contentsOf: output), as: UTF8.self)
    }

    private static let arguments = [
        "swiftc", "-typecheck", "-wmo", "-continue-building-after-errors", "-swift-version", "6", "-module-name",
        "Cases", "-parse-as-library",
        "-suppress-warnings", "-diagnostic-style", "llvm", "-I", modules,
        // ApusXML needs libxml2, whose headers are in a separate folder on Linux.
        "-I", sources + "/CLibXML2", "-Xcc", "-I/usr/include/libxml2",
    ]

    private static let sources =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Sources"

    /// The folder of the modules that generated code imports, built for these tests.
    private static let modules: String = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (bundle ?? Bundle.main.executableURL)?.deletingLastPathComponent()
        return (products?.path ?? ".build/debug") + "/Modules"
    }()
}
