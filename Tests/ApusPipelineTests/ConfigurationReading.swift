import ApusSource

@testable import ApusPipeline

/// Reads a workspace file from text.
func readConfiguration(_ text: String, shownAs path: String = "apus.yaml") throws -> (Workspace, Findings) {
    let files = SourceFiles()
    var reader = ConfigurationReader()
    let root = try files.parse(files.add(path: path, bytes: Array(text.utf8)), diagnostics: &reader.diagnostics)
    let workspace = reader.readWorkspace(root, folder: "")
    return (workspace, Findings(reader.diagnostics, files: files))
}
