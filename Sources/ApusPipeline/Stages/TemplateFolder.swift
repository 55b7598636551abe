import ApusEmission
import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder with an adopter's templates, for `apus templates`.
public struct TemplateFolder {
    /// Name without extension → text.
    public let templates: [(name: String, text: String)]

    /// - Throws: ``WorkspaceProblem`` where the folder cannot be read, or has no template.
    public init(_ path: String) throws(WorkspaceProblem) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw WorkspaceProblem("cannot read the folder \(path)")
        }
        var templates: [(name: String, text: String)] = []
        for name in names.sorted() where name.hasSuffix(".mustache") {
            guard let bytes = try? FileBytes.read(path + "/" + name, limit: SourceLimits.standard.bytesPerFile) else {
                throw WorkspaceProblem("cannot read \(path)/\(name)")
            }
            templates.append((String(name.dropLast(".mustache".count)), String(decoding: bytes, as: UTF8.self)))
        }
        if templates.isEmpty { throw WorkspaceProblem("there is no file NAME.mustache in \(path)") }
        self.templates = templates
    }

    /// Every template with its context, and with its tags where asked for.
    public static func list(withTags: Bool) -> String {
        let width = TemplateContract.entries.map(\.name.count).max() ?? 0
        let lines = TemplateContract.entries.map { entry in
            entry.name + String(repeating: " ", count: width + 2 - entry.name.count) + entry.purpose + "\n"
                + (withTags ? entry.listing(indentation: "    ") : "")
        }
        return lines.joined() + "contract \(TemplateContract.version)\n"
    }

    /// Writes a template to start from.
    ///
    /// - Returns: The path.
    /// - Throws: ``WorkspaceProblem`` for an unknown name, and where there is such a file already.
    public static func export(_ name: String, to folder: String) throws(WorkspaceProblem) -> String {
        let name = name.hasSuffix(".mustache") ? String(name.dropLast(".mustache".count)) : name
        let names = TemplateContract.entries.map(\.name)
        guard let entry = TemplateContract.entries.first(where: { $0.name == name }) else {
            let advice = Spelling.advice(on: name, among: names) ?? "there are " + names.joined(separator: ", ")
            throw WorkspaceProblem("no template is named \"\(name)\"; \(advice)")
        }
        let path = folder + "/" + name + ".mustache"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let text = TemplateContract.export(entry, by: "Apus \(GeneratorVersion.current)")
            try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw WorkspaceProblem("there is a \(path) already; `apus templates diff` compares it with Apus's own")
        } catch {
            throw WorkspaceProblem("cannot write \(path): \(FileFault.describe(error))")
        }
        return path
    }

    /// A line for each thing that a template has to change, and for each that it could.
    public func review() -> (text: String, isFailure: Bool) {
        var text = ""
        var isFailure = false
        for (name, template) in templates {
            let review = TemplateReview(of: template, named: name) { Spelling.nearest(to: $0, among: $1) }
            isFailure = isFailure || !review.problems.isEmpty
            text += review.problems.map { "\(name).mustache: error: \($0)\n" }.joined()
            text += review.notes.map { "\(name).mustache: note: \($0)\n" }.joined()
            if review.problems.isEmpty, review.notes.isEmpty { text += "\(name).mustache: fits\n" }
        }
        return (text, isFailure)
    }

    /// The differences between Apus's own templates and these.
    public func difference() -> String {
        templates.map { name, text in
            guard let entry = TemplateContract.entries.first(where: { $0.name == name }) else { return "" }
            let head = text.hasPrefix("{{!") ? text.prefix { $0 != "\n" }.count + 1 : 0
            return LineDifference.unified(old: entry.text, new: String(text.dropFirst(head)), name: name + ".mustache")
        }.joined()
    }
}
