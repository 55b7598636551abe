import TestServers

extension Expectation.Request {
    /// All differences between a request and its expectation, one line for each location.
    func findDifferences(in received: ReceivedRequest) -> [String] {
        var differences: [String] = []
        func compare(_ part: String, _ expected: String, _ found: String) {
            if expected != found { differences.append("\(part): expected \(expected), received \(found)") }
        }
        compare("method", method, received.method)
        compare("path", path, received.path)
        compare("query", "\(query)", "\(Pair.readPairs(of: received.query))")
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            compare("header \(name)", value ?? "(absent)", received.header(name) ?? "(absent)")
        }
        return differences + findBodyDifferences(in: received.body)
    }

    private func findBodyDifferences(in received: [UInt8]) -> [String] {
        let text = String(decoding: received, as: UTF8.self)
        switch body {
        case .none:
            return received.isEmpty ? [] : ["body: expected none, received \(text)"]
        case .json(let expected):
            guard let found = try? JSON(bytes: received) else {
                return ["body: expected \(expected.text), received no JSON: \(text)"]
            }
            return JSON.findDifferences(expected: expected, received: found, at: "body")
        case .form(let expected):
            let found = Pair.readPairs(of: text)
            return found == expected ? [] : ["body: expected \(expected), received \(found)"]
        }
    }
}
