public import ApusModel

extension Emission {
    /// The template contexts as a JSON array: for each file its path and the contexts printed into it, inner contexts
    /// before their outer one. Ends with a newline.
    ///
    /// - Throws: ``EmissionError`` as ``emit(_:options:)`` does.
    public static func dump(_ model: APIModel, options: EmissionOptions) throws(EmissionError) -> String {
        let printer = try Printer(model, options)
        printer.dump = []
        let files = model.files.map { plan in
            printer.dump = []
            _ = contents(of: plan.content, printer)
            let contexts = JSONText.enclose("[", printer.dump ?? [], "]", indentation: "    ")
            return JSONText.enclose(
                "{", ["\"file\": " + JSONText.quote(plan.path), "\"contexts\": " + contexts], "}", indentation: "  ")
        }
        return JSONText.enclose("[", files, "]", indentation: "") + "\n"
    }
}
