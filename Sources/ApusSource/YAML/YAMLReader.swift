/// Converts YAML to a tree.
enum YAMLReader {
    static func read(
        _ bytes: [UInt8], file: SourceFileID, limits: SourceLimits, diagnostics: inout Diagnostics
    ) throws(SourceError) -> SourceNode {
        let text = YAMLText(bytes)
        if let offset = text.excessDirective {
            throw SourceError(.tooManyDirectives(at: SourceMark(file: file, offset: offset)))
        }
        var (builder, problem) = try build(text, file: file, limits: limits)
        if problem != nil {
            let tabs = YAMLTabs(bytes)
            if tabs.isChanged {
                let second = try? build(YAMLText(bytes, tabs: tabs), file: file, limits: limits)
                if let second, second.problem == nil { (builder, problem) = second }
            }
        }
        if let problem { throw SourceError(.invalidYAML(problem, in: bytes, file: file)) }
        try builder.budget.check()
        diagnostics.merge(builder.diagnostics)
        return builder.root ?? SourceNode(.null, mark: SourceMark(file: file, offset: 0))
    }

    private static func build(
        _ text: YAMLText, file: SourceFileID, limits: SourceLimits
    ) throws(SourceError) -> (builder: YAMLTreeBuilder, problem: YAMLSyntaxProblem?) {
        var builder = YAMLTreeBuilder(file: file, limits: limits)
        let problem = try YAMLEventReader.read(text) { (event) throws(SourceError) in try builder.receive(event) }
        return (builder, problem)
    }
}
