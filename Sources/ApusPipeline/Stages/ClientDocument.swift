package import ApusLowering
package import ApusSource
package import ApusSpec

/// The document of a client with its overlays, for a purpose other than generating it.
package struct ClientDocument: Sendable {
    package let document: Document
    package let files: SourceFiles
    package let options: LoweringOptions

    /// - Returns: The document, or nil with the findings that prevent it from being read.
    /// - Throws: An error that describes itself, where the workspace may not read a file of the client.
    package static func read(
        _ client: ClientConfiguration, of workspace: Workspace, fetch: Fetch? = nil
    ) throws -> (document: ClientDocument?, findings: Findings) {
        try workspace.checkInputs(of: client)
        return DocumentStack.run {
            var pipeline = Pipeline(client: client, workspace: workspace, fetch: fetch)
            let document = pipeline.readDocument().map {
                ClientDocument(document: $0, files: pipeline.files, options: pipeline.loweringOptions(for: $0))
            }
            let findings = Findings(
                pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: false)
            return (findings.isFailure ? nil : document, findings)
        }
    }
}
