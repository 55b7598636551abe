import ApusJSON
import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An overlay document with every change of a document that its findings make certain.
public struct OverlayDraft: Sendable {
    /// The overlay as YAML, ends with a line break.
    public let text: String
    /// The number of actions.
    public let count: Int

    /// nil without such a finding about the document itself: an overlay does not reach its other files.
    ///
    /// - Parameter name: The document's path, for the overlay's title.
    public init?(_ findings: Findings, of name: String) {
        var seen: Set<Fix> = []
        let root = Self.readRoot(findings, name)
        let actions = findings.diagnostics.all.compactMap { diagnostic -> String? in
            guard let fix = diagnostic.fix, let mark = diagnostic.mark, findings.files.path(of: mark.file) == name,
                seen.insert(fix).inserted
            else { return nil }
            return Self.action(fix, diagnostic.id, line: findings.files.position(of: mark).line, in: root)
        }
        if actions.isEmpty { return nil }
        count = actions.count
        text = """
            overlay: 1.0.0
            info:
              title: \(Self.quote("Corrections of " + name))
              version: 1.0.0
            actions:

            """ + actions.joined()
    }

    /// The document again, for the kinds of the values on the way to a correction.
    private static func readRoot(_ findings: Findings, _ name: String) -> SourceNode? {
        let marks = findings.diagnostics.all.lazy.compactMap(\.mark)
        guard let mark = marks.first(where: { findings.files.path(of: $0.file) == name }) else { return nil }
        var unused = Diagnostics()
        return try? findings.files.parse(mark.file, diagnostics: &unused)
    }

    private static func action(_ fix: Fix, _ id: String, line: Int, in root: SourceNode?) -> String {
        var node = root
        let steps = JSONPointer.split(fix.pointer).map { token in
            if let index = Int(token), node?.mapping == nil {
                node = node?.sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil }
                return "[\(index)]"
            }
            node = node?[token]
            return "['" + token.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "']"
        }
        let members = fix.members.map { "      \(quote($0.key)): \(text($0.value))\n" }
        return """
              # line \(line), \(id)
              - target: \(quote("$" + steps.joined()))
                update:

            """ + members.joined()
    }

    /// - Throws: ``WorkspaceProblem`` where there is a file of that name, or it cannot be written.
    public func write(to path: String) throws(WorkspaceProblem) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw WorkspaceProblem("there is a file \(path) already; name another one, or move it away")
        } catch {
            throw WorkspaceProblem("cannot write \(path): \(FileFault.describe(error))")
        }
    }

    private static func text(_ value: Fix.Value) -> String {
        switch value {
        case .string(let text): quote(text)
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let text): text
        }
    }

    private static func quote(_ text: String) -> String {
        SourceNode(.string(text), mark: SourceMark(file: SourceFileID(index: 0), offset: 0)).json.trimmed
    }
}

extension String {
    /// Without the line break at the end.
    fileprivate var trimmed: String {
        hasSuffix("\n") ? String(dropLast()) : self
    }
}
