/// A Swift module's name for a document that was given none.
enum ModuleName {
    /// `Pet Store API (v2)` → `PetStoreAPIV2`; `2FA` → `API2FA`; a title without letters → `API`.
    static func make(from title: String) -> String {
        let words = title.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let joined = words.prefix(6).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let name = String(joined.prefix(60))
        if taken.contains(name) || isDevice(name) { return name + "API" }
        return name.first?.isLetter == true ? name : "API" + name
    }

    /// Whether Windows keeps the name for one of its devices, also as a folder's.
    static func isDevice(_ name: String) -> Bool {
        let name = name.lowercased()
        let isPort = name.utf8.count == 4 && (name.hasPrefix("com") || name.hasPrefix("lpt"))
        return ["con", "prn", "aux", "nul"].contains(name) || isPort && name.last?.isNumber == true
    }

    /// Modules that generated code and the runtime import, with their dependencies on each platform, and words of Swift's grammar that a
    /// name cannot be looked up in.
    static let taken: Set<String> = [
        "Any", "Self", "Type", "Protocol", "Swift", "Builtin", "Foundation", "FoundationEssentials",
        "FoundationNetworking",
        "FoundationInternationalization", "Glibc", "Musl", "Darwin", "Bionic", "Dispatch", "Observation",
        "Synchronization",
        "RegexBuilder", "HTTPTypes", "ApusRuntime", "ApusCodec", "ApusJSON", "ApusRegexp", "ApusXML",
        "ApusAsyncHTTPClient", "ApusURLSession",
    ]
}
