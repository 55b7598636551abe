/// Domains that unrelated parties share, as far as the name shows it: those with one label, and the second labels under
/// which countries register. The complete list is at publicsuffix.org.
enum PublicSuffixes {
    private static let seconds: Set<String> = [
        "ac", "asn", "co", "com", "ed", "edu", "firm", "gen", "go", "gob", "gouv", "gov", "govt", "gv", "id", "ind",
        "info",
        "ltd", "maori", "me", "mil", "mod", "muni", "ne", "net", "nhs", "nom", "or", "org", "plc", "police", "re",
        "sch",
        "school", "web",
    ]

    static func contains(_ domain: String) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        if labels.contains(where: \.isEmpty) || labels.count < 2 { return true }
        return labels.count == 2 && labels[1].utf8.count == 2 && seconds.contains(String(labels[0]))
    }
}
