import ApusJSON
public import ApusModel

extension Emission {
    /// The template contexts as a JSON array: for each file its path and the contexts printed into it, inner contexts
    /// before their outer one. Ends with a newline.
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
