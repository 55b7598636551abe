import HTTPTypes

/// The preferences of a request (RFC 7240): `Prefer: code=429, example=short, delay=2, wait=5`.
struct Preferences {
    /// The status of the answer, from 200 to 599.
    private(set) var status: Int?
    /// The name of an example of the document.
    private(set) var example: String?
    /// The delay of the answer in seconds.
    private(set) var delay: Double?
    /// The longest time in seconds that the caller waits (RFC 7240, section 4.3).
    private(set) var wait: Double?
    /// A preference whose value cannot be used.
    private(set) var fault: String?
    /// The preferences that are honoured, as `Preference-Applied` has them.
    private(set) var applied: [String] = []

    init(_ headers: HTTPFields) {
        guard let name = HTTPField.Name("Prefer") else { return }
        for (name, value) in headers[values: name].flatMap({ Self.pairs(in: $0) }).prefix(32) { read(name, value) }
    }

    private mutating func read(_ name: String, _ value: String) {
        switch name {
        case "code":
            guard let code = Int(value), (200...599).contains(code) else {
                return refuse(name, "a status from 200 to 599")
            }
            status = code
        case "example": example = value
        case "delay", "wait":
            guard let seconds = Double(value), seconds >= 0, seconds.isFinite else {
                return refuse(name, "a number of seconds")
            }
            if name == "delay" { delay = seconds } else { wait = seconds }
        default: return
        }
        applied.append("\(name)=\(HeaderText.safe(value))")
    }

    private mutating func refuse(_ name: String, _ expected: String) {
        fault = fault ?? "Prefer: \(name) must be \(expected)"
    }

    /// The delay of the answer: the server's own unless the request names one, and no longer than the caller waits.
    func delay(standard: Duration) -> Duration {
        let own = delay.map { Self.duration($0) } ?? standard
        let patient = wait.map { min(own, Self.duration($0)) } ?? own
        return min(patient, MockOptions.longestDelay)
    }

    private static func duration(_ seconds: Double) -> Duration { .milliseconds(Int(min(seconds, 3_600) * 1_000)) }

    /// The preferences of a field's value, names in lower case; parameters of preferences count as preferences.
    private static func pairs(in value: String) -> [(name: String, value: String)] {
        var pairs: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in value.utf8.prefix(4_096) {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                if isQuoted { pairs[pairs.count - 1].append(byte) } else { pairs.append([]) }
            default: pairs[pairs.count - 1].append(byte)
            }
        }
        return pairs.compactMap { bytes in
            let parts = bytes.split(separator: UInt8(ascii: "="), maxSplits: 1).map { part in
                String(decoding: part.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
            }
            guard let name = parts.first?.lowercased().split(separator: " ").first else { return nil }
            return (String(name), parts.count > 1 ? parts[1] : "")
        }
    }
}
