/// YAML → tree.
enum YAMLReader {
    static func read(
        _ bytes: [UInt8], file: SourceFileID, limits: SourceLimits, diagnostics: inout Diagnostics
    ) throws(SourceError) -> SourceNode {
        var builder = YAMLTreeBuilder(file: file, limits: limits)
        let problem = try YAMLEventReader.read(YAMLText(bytes)) { (event) throws(SourceError) in
            try builder.receive(event)
        }
        if let problem { throw SourceError(.invalidYAML(problem, in: bytes, file: file)) }
        try builder.budget.check()
        diagnostics.merge(builder.diagnostics)
        return builder.root ?? SourceNode(.null, mark: SourceMark(file: file, offset: 0))
    }
}
