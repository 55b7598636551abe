import ApusModel

/// The default middleware of a client.
struct MiddlewareContext: TemplateValue {
    static let tags = ["doc", "list"]

    private let doc: [String]
    private let list: String

    /// nil where the runtime's default suffices.
    init?(_ client: ClientDecl, _ printer: Printer) {
        var members: [String] = []
        var sentences: [String] = []
        if let retries = client.retries {
            members.append(Self.retries(retries, printer))
            sentences.append("Retries calls by the configured rules.")
        }
        if let limit = client.rateLimit {
            let block = limit.block.map { ", block: " + Self.duration($0) } ?? ""
            members.append(".rateLimit(\(limit.requests), per: \(Self.duration(limit.window))\(block))")
            sentences.append("Sends at most \(limit.requests) requests per \(Self.words(limit.window)).")
        }
        if members.isEmpty { return nil }
        sentences.append(
            "A client uses this middleware unless `middleware` is given. Each access makes new rate limits.")
        doc = DocText.comment([sentences.joined(separator: " ")], depth: printer.top.depth + 1)
        list = printer.layout.array("", members, depth: 2)
    }

    private static func retries(_ retries: RetriesDecl, _ printer: Printer) -> String {
        let times = [
            ("initialDelay", retries.initialDelay), ("maximumDelay", retries.maximumDelay),
            ("maximumServerDelay", retries.maximumServerDelay), ("deadline", retries.deadline),
        ]
        var arguments = retries.attempts.map { ["maximumAttempts: \($0)"] } ?? []
        arguments += times.compactMap { name, time in time.map { name + ": " + duration($0) } }
        return ".retries(" + printer.vocabulary["RetryPolicy"] + "(" + arguments.joined(separator: ", ") + "))"
    }

    private static func duration(_ milliseconds: Int) -> String {
        milliseconds % 1_000 == 0 ? ".seconds(\(milliseconds / 1_000))" : ".milliseconds(\(milliseconds))"
    }

    private static func words(_ milliseconds: Int) -> String {
        milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "list": list
        default: nil
        }
    }
}
