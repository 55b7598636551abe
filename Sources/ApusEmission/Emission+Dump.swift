public import ApusModel

extension Emission {
    /// What the templates are given, as they print it one after the other: for `apus dump context`.
    public static func dump(_ model: APIModel) -> String {
        guard let files = try? emit(model, options: EmissionOptions(version: "0")) else { return "" }
        return files.map { "==== \($0.path)\n\($0.contents)" }.joined(separator: "\n")
    }
}
