import ApusJSON
public import ApusModel

extension Emission {
    /// What the templates are given, as a JSON array: for each file its path and the contexts that are printed into it, inner ones before
    /// the context that they stand in. Ends with a newline.
    ///
    /// - Throws: ``EmissionError`` as ``emit(_:options:)`` does.
    public static func dump(_ model: APIModel, options: EmissionOptions) throws(EmissionError) -> String {
        let printer = try Printer(model, options, contexts: ContextList.all)
        printer.dump = []
        let files = model.files.map { plan in
            printer.dump = []
            _ = contents(of: plan.content, printer)
            let contexts = ContextDump.enclose("[", printer.dump ?? [], "]", indentation: "    ")
            return ContextDump.enclose(
                "{", ["\"file\": " + JSONString.quote(plan.path), "\"contexts\": " + contexts], "}", indentation: "  ")
        }
        return ContextDump.enclose("[", files, "]", indentation: "") + "\n"
    }
}
