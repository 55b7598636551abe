import ApusModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The names that a client declares at the top level of its module. Clients that are compiled as one module may not share any.
///
/// The build plugin runs one process for each client of a target, one after the other. Each writes its names to a file, one on each line, and
/// reads those of the clients before it.
public struct DeclaredNames: Sendable {
    /// Where the names of this client are written; nil: nowhere.
    public var path: String?
    /// The files with the names of the clients before this one.
    public var earlier: [String] = []

    public init() {}

    /// - Throws: ``OutputProblem`` when the file cannot be written.
    func write(_ model: APIModel) throws(OutputProblem) {
        guard let path else { return }
        do {
            let lines = ([model.module] + model.topLevelNames.sorted()).map { $0 + "\n" }
            try Data(lines.joined().utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw OutputProblem(path: path, action: "write", reason: FileFault.describe(error))
        }
    }

    /// The clients before this one that declare names of the model. A file that is not there is that of a client with errors of its own.
    func findShared(with model: APIModel) -> [(client: String, names: [String])] {
        let own = model.topLevelNames
        return earlier.compactMap { path in
            guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
            let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
            let shared = lines.dropFirst().filter(own.contains)
            return shared.isEmpty ? nil : (lines[0], shared)
        }
    }
}

extension APIModel {
    /// Without those that begin with the client's own name, which is another for each client of a module.
    fileprivate var topLevelNames: Set<String> {
        if let namespace { return [namespace] }
        let types = names.values.compactMap { $0.count == 1 ? $0.first : nil }
        let failures = failures.filter { !$0.isNested }.map(\.name)
        let headers = headers.filter { !$0.isNested }.map(\.name)
        return Set(types + operations.map(\.typeName) + failures + headers + events.map(\.name))
    }
}
