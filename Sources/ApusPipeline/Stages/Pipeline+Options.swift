import ApusEmission
import ApusLowering
import ApusModel
import ApusPlatform
import ApusSource
import ApusSpec

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Converts a client's configuration to the options of each stage.
extension Pipeline {
    var readOptions: ReadOptions {
        var options = ReadOptions(allowedFolders: client.roots, allowedHosts: Set(client.allowedHosts))
        if case .address(let address) = DocumentLocation(client.spec) { options.allowHost(of: address) }
        return options
    }

    func loweringOptions(for document: Document) -> LoweringOptions {
        var options = LoweringOptions(
            module: client.name.isEmpty ? ModuleName.make(from: document.info.title) : client.name)
        options.namespace = client.namespace
        options.sourcePath = workspace.show(client.spec)
        options.hasSourceComments = client.sourceComments == .pointer
        options.formats = client.formats
        options.rename = client.rename
        options.types = client.types
        options.closedEnums = Set(client.closedEnums)
        options.conformances = client.conformances
        options.attributes = client.attributes
        options.identity = client.identity
        options.include = client.selection.include
        options.exclude = client.selection.exclude
        options.groups = client.groups
        options.idempotent = Set(client.idempotent)
        options.hasNamespaces = client.hasNamespaces
        options.keepsUnusedTypes = client.keepsUnusedTypes
        options.keepsUnknownMembers = client.keepsUnknownMembers
        options.makesExamples = client.examples != nil || client.parts.contains(.examples)
        options.rules = client.rules
        if let shards = client.shards { options.sharding = .fixed(count: shards) }
        options.findSettings = { [files, client] in SettingsFile.find($0, in: client.settingsFiles, adding: files) }
        return options
    }

    /// - Parameter use: The module's location among packages; only a README shows it.
    /// - Throws: ``OutputProblem`` when the template folder cannot be read.
    func emissionOptions(
        use: ModuleUse = .target(package: nil, path: nil)
    ) throws(OutputProblem) -> EmissionOptions {
        var options = EmissionOptions(
            access: EmissionOptions.Access(rawValue: client.access.rawValue) ?? .public, imports: client.imports,
            templateOverrides: try readTemplates(), use: use, module: client.module)
        options.parts = Set(client.parts.compactMap { EmissionOptions.Part(rawValue: $0.rawValue) })
        options.models = client.models
        options.isMinimal = client.isMinimal
        options.keepsFileNames = client.shards != nil
        return options
    }

    /// The options of the module with the examples of the client's types.
    ///
    /// - Throws: ``OutputProblem`` when the template folder cannot be read.
    func exampleOptions(of model: APIModel) throws(OutputProblem) -> EmissionOptions {
        var options = try emissionOptions()
        let module = client.module ?? model.module
        options.models = client.models ?? module
        options.client = module
        options.exampleParts = options.parts
        options.parts = [.examples]
        return options
    }

    /// The sources of the client, one per line: the version of Apus, then the document, its parts and its overlays with
    /// their SHA-256, in reading order.
    var origin: [String] {
        let settings = Set(client.settingsFiles.map(\.path))
        return ["Apus \(GeneratorVersion.current)"]
            + (0..<files.count).compactMap { index in
                let file = SourceFileID(index: UInt32(index))
                // Read for a finding; the client does not depend on it otherwise.
                if settings.contains(files.path(of: file)) { return nil }
                let path = String(
                    workspace.show(files.path(of: file)).unicodeScalars.map {
                        $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0)
                    })
                return "\(SHA256.hex(of: files.bytes(of: file)))  \(path)"
            }
    }

    /// The files of this machine that were read, and the user's templates, as this process can open them.
    var inputs: [String] {
        let read = (0..<files.count).compactMap { index -> String? in
            let path = files.path(of: SourceFileID(index: UInt32(index)))
            guard case .file(let path) = DocumentLocation(path) else { return nil }
            return workspace.locate(path)
        }
        guard let folder = client.templates.map(workspace.locate) else { return read }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return read + names.sorted().filter { $0.hasSuffix(".mustache") }.map { folder + "/" + $0 }
    }

    /// The user's templates by name, without the extension.
    func readTemplates() throws(OutputProblem) -> [String: String] {
        guard let folder = client.templates.map(workspace.locate) else { return [:] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw OutputProblem(path: folder, action: "read the templates in")
        }
        var templates: [String: String] = [:]
        for name in names.sorted() where name.hasSuffix(".mustache") {
            templates[String(name.dropLast(".mustache".count))] = try read(template: folder + "/" + name)
        }
        return templates
    }

    private func read(template path: String) throws(OutputProblem) -> String {
        try workspace.checkInput(path, "read")
        do throws(FileBytes.Problem) {
            return String(decoding: try FileBytes.read(path, limit: files.limits.bytesPerFile), as: UTF8.self)
        } catch {
            switch error {
            case .unreadable(let reason): throw OutputProblem(path: path, action: "read", reason: reason)
            case .tooLarge: throw OutputProblem(path: path, action: "read", reason: "it is too large")
            }
        }
    }
}
