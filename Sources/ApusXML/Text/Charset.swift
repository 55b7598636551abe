/// The encoding that `Content-Type` names: `text/xml; charset="iso-8859-1"` → `iso-8859-1`.
enum Charset {
    static func find(in contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let halves = parameter.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, XMLText.trim(String(halves[0])).lowercased() == "charset" else { continue }
            let value = XMLText.trim(String(halves[1])).filter { $0 != "\"" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    /// UTF-8, UTF-16 or UTF-32: the first bytes say it themselves.
    static func hasMark(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    }
}
