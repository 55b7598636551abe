import ApusRuntime
import Foundation

/// Compares the codec with Foundation's coders, in one run on one list of contacts.
@main
enum CodecBenchmark {
    static func main() throws {
        let fractions = ContactListText.make(fraction: ".250")
        let seconds = ContactListText.make(fraction: "")
        // `CodecBenchmark decode` and `CodecBenchmark encode` run only Apus's codec, for a profiler; `payload` and `observe`
        // read a verified message without and with the observation of differences, `unlike` and `observe-unlike` one that has some.
        switch CommandLine.arguments.dropFirst().first {
        case "decode": return try repeatFirst(of: decoding(fractions, seconds))
        case "encode": return try repeatFirst(of: encoding(fractions, seconds))
        case "payload": return try repeatPayload(of: ApusContactList.self, fractions, checks: [])
        case "observe": return try repeatPayload(of: ApusContactList.self, fractions, checks: .observe { print($0) })
        case "unlike": return try repeatPayload(of: UnlikeContactList.self, fractions, checks: [])
        case "observe-unlike":
            return try repeatPayload(of: UnlikeContactList.self, fractions, checks: .observe { print($0) })
        default: break
        }
        try compare("decode", decoding(fractions, seconds))
        try compare("encode", encoding(fractions, seconds))
    }

    private static func repeatFirst(of candidates: [Candidate]) throws {
        for _ in 0..<500 { try candidates[0].body() }
    }

    private static func repeatPayload<List: APIValue>(
        of type: List.Type, _ bytes: [UInt8], checks: ContractChecks
    ) throws {
        for _ in 0..<40 {
            try keep(UnsignedWebhooks().payload(type, headers: [:], body: bytes, checks: checks))
        }
    }

    typealias Candidate = (name: String, bytes: Int, body: () throws -> Void)

    /// Pairs: ours, then Foundation's for the same type of dates.
    private static func decoding(_ fractions: [UInt8], _ seconds: [UInt8]) -> [Candidate] {
        let data = Data(fractions)
        let plain = Data(seconds)
        return [
            ("Apus, Date with fraction", fractions.count, { try keep(ApusContactList(json: fractions)) }),
            (
                "JSONDecoder, Date by custom strategy", fractions.count,
                { try keep(Coders.custom().decode(PlainContactList<Date>.self, from: data)) }
            ),
            ("Apus, dates as String", fractions.count, { try keep(ApusTextContactList(json: fractions)) }),
            (
                "JSONDecoder, dates as String", fractions.count,
                { try keep(JSONDecoder().decode(PlainContactList<String>.self, from: data)) }
            ),
            ("Apus, Date without fraction", seconds.count, { try keep(ApusContactList(json: seconds)) }),
            (
                "JSONDecoder, Date by .iso8601", seconds.count,
                { try keep(Coders.standard().decode(PlainContactList<Date>.self, from: plain)) }
            ),
        ]
    }

    private static func encoding(_ fractions: [UInt8], _ seconds: [UInt8]) throws -> [Candidate] {
        let ours = try ApusContactList(json: fractions)
        let oursText = try ApusTextContactList(json: fractions)
        let oursSeconds = try ApusContactList(json: seconds)
        let theirs = try Coders.custom().decode(PlainContactList<Date>.self, from: Data(fractions))
        let theirsText = try JSONDecoder().decode(PlainContactList<String>.self, from: Data(fractions))
        let theirsSeconds = try Coders.standard().decode(PlainContactList<Date>.self, from: Data(seconds))
        return [
            ("Apus, Date with fraction", fractions.count, { try keep(JSONEncoding.encode(ours)) }),
            (
                "JSONEncoder, Date by custom strategy", fractions.count,
                { try keep(Coders.customEncoder().encode(theirs)) }
            ),
            ("Apus, dates as String", fractions.count, { try keep(JSONEncoding.encode(oursText)) }),
            ("JSONEncoder, dates as String", fractions.count, { try keep(JSONEncoder().encode(theirsText)) }),
            ("Apus, Date without fraction", seconds.count, { try keep(JSONEncoding.encode(oursSeconds)) }),
            (
                "JSONEncoder, Date by .iso8601", seconds.count,
                { try keep(Coders.standardEncoder().encode(theirsSeconds)) }
            ),
        ]
    }

    private static func compare(_ title: String, _ candidates: [Candidate]) throws {
        let results = try Measurement.run(candidates, rounds: 31)
        print("\(title): \(candidates[0].bytes) bytes, medians of 31 rounds")
        print(row("", "CPU ms", "MB/s", "ratio"))
        for pair in stride(from: 0, to: results.count, by: 2) {
            let (ours, theirs) = (results[pair], results[pair + 1])
            print(row(ours.name, format(ours.nanoseconds / 1e6), format(ours.megabytesPerSecond), ""))
            let ratio = format(theirs.nanoseconds / ours.nanoseconds)
            print(row(theirs.name, format(theirs.nanoseconds / 1e6), format(theirs.megabytesPerSecond), ratio + "×"))
        }
        print("")
    }

    private static func row(_ name: String, _ columns: String...) -> String {
        let cells = columns.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
        return name + String(repeating: " ", count: max(0, 40 - name.count)) + cells.joined()
    }

    private static func format(_ value: Double) -> String {
        let scaled = Int((value * 100).rounded())
        let rest = scaled % 100
        return "\(scaled / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Keeps the optimizer from dropping a result.
    @inline(never)
    private static func keep<Value>(_ value: Value) {}
}
