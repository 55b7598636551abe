internal import ApusRuntime

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Exchanges as HTTP Archive 1.2 (<http://www.softwareishard.com/blog/har-12-spec/>).
///
/// The operation and base64 of a request's body are in members that the format leaves to applications, whose names begin
/// with an underscore.
enum HARDocument {
    // MARK: Writing

    static func write(_ exchanges: [RecordedExchange]) -> JSONValue {
        ["log": ["version": "1.2", "creator": creator, "entries": .array(exchanges.map(entry))]]
    }

    private static let creator: JSONValue = ["name": "Apus", "version": .string(ApusVersion.current)]

    private static func entry(_ exchange: RecordedExchange) -> JSONValue {
        let time = JSONValue.number(JSONNumber((exchange.duration / .milliseconds(1)).rounded()) ?? 0)
        var entry: JSONObject = [
            "startedDateTime": date(exchange.started), "time": time, "request": request(exchange),
            "response": response(exchange), "cache": [:], "timings": ["send": 0, "wait": time, "receive": 0],
        ]
        entry["_operation"] = exchange.operation.map { .string($0) }
        return .object(entry)
    }

    private static func date(_ date: Date) -> JSONValue {
        let text = (try? JSONEncoding.encode(date)).flatMap { try? JSONValue(json: $0) }
        return text ?? "1970-01-01T00:00:00Z"
    }

    private static func request(_ exchange: RecordedExchange) -> JSONValue {
        let pairs = Address(exchange.url).pairs.map { pair(name: $0.plainName, value: $0.plainValue) }
        var request: JSONObject = [
            "method": .string(exchange.method), "url": .string(exchange.url), "httpVersion": "unknown", "cookies": [],
            "headers": headers(exchange.requestHeaders), "queryString": .array(pairs), "headersSize": -1,
            "bodySize": size(exchange.requestBody),
        ]
        if let body = exchange.requestBody {
            request["postData"] = content(body, exchange.requestHeaders, encoding: "_encoding")
        }
        return .object(request)
    }

    private static func response(_ exchange: RecordedExchange) -> JSONValue {
        let body = exchange.body ?? RecordedBody(bytes: [])
        var content = content(body, exchange.headers, encoding: "encoding")
        content["size"] = size(body)
        return [
            "status": .number(JSONNumber(exchange.status)),
            "statusText": "", "httpVersion": "unknown",
            "cookies": [], "headers": headers(exchange.headers), "content": content,
            "redirectURL": .string(exchange.headers.value(of: "location") ?? ""), "headersSize": -1,
            "bodySize": size(exchange.body),
        ]
    }

    private static func content(
        _ body: RecordedBody, _ headers: [RecordedExchange.Header], encoding: String
    ) -> JSONValue {
        var content: JSONObject = ["mimeType": .string(headers.value(of: "content-type") ?? "")]
        content["text"] = .string(body.text ?? Data(body.bytes).base64EncodedString())
        if body.text == nil { content[encoding] = "base64" }
        return .object(content)
    }

    private static func size(_ body: RecordedBody?) -> JSONValue { .number(JSONNumber(body?.bytes.count ?? 0)) }

    private static func headers(_ headers: [RecordedExchange.Header]) -> JSONValue {
        .array(headers.map { pair(name: $0.name, value: $0.value) })
    }

    private static func pair(name: String, value: String) -> JSONValue {
        ["name": .string(name), "value": .string(value)]
    }

    // MARK: Reading

    /// Files of other programs are read as well; members that are not needed may be absent.
    ///
    /// - Throws: The reason, for what is not HAR.
    static func read(_ bytes: [UInt8]) throws(HARReason) -> [RecordedExchange] {
        let document: JSONValue
        do throws(DecodingProblem) {
            document = try JSONValue(json: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
        } catch {
            throw HARReason(text: "\(error)")
        }
        return try read(document)
    }

    static func read(_ document: JSONValue) throws(HARReason) -> [RecordedExchange] {
        guard let log = document["log"] else { throw HARReason(text: "it has no member `log`, so it is not HAR") }
        guard let entries = log["entries"]?.array else { throw HARReason(text: "/log/entries is not an array") }
        var exchanges: [RecordedExchange] = []
        for (index, entry) in entries.enumerated() { exchanges.append(try exchange(entry, "/log/entries/\(index)")) }
        return exchanges
    }

    private static func exchange(_ entry: JSONValue, _ place: String) throws(HARReason) -> RecordedExchange {
        guard let method = entry["request"]?["method"]?.string, let url = entry["request"]?["url"]?.string else {
            throw HARReason(text: "\(place)/request has no method or no url")
        }
        guard let status = entry["response"]?["status"]?.int, (0...999).contains(status) else {
            throw HARReason(text: "\(place)/response has no status of three digits")
        }
        let started = entry["startedDateTime"].flatMap {
            try? JSONDecoding.decode(Date.self, from: Array($0.description.utf8))
        }
        let request = entry["request"] ?? .null
        let response = entry["response"] ?? .null
        return RecordedExchange(
            operation: entry["_operation"]?.string, started: started ?? Date(timeIntervalSince1970: 0),
            duration: .milliseconds(max(0, entry["time"]?.double ?? 0)), method: method, url: url,
            requestHeaders: readHeaders(request["headers"]),
            requestBody: try request["postData"].flatMap { (data) throws(HARReason) in
                try readBody(data, encoding: "_encoding", place + "/request/postData")
            }, status: status, headers: readHeaders(response["headers"]),
            body: try response["content"].flatMap { (data) throws(HARReason) in
                try readBody(data, encoding: "encoding", place + "/response/content")
            })
    }

    private static func readHeaders(_ list: JSONValue?) -> [RecordedExchange.Header] {
        (list?.array ?? []).compactMap { header in
            guard let name = header["name"]?.string, let value = header["value"]?.string else { return nil }
            return RecordedExchange.Header(name: name, value: value)
        }
    }

    private static func readBody(
        _ content: JSONValue, encoding: String, _ place: String
    ) throws(HARReason) -> RecordedBody? {
        if let text = content["text"]?.string {
            guard content[encoding]?.string == "base64" else {
                return text.isEmpty ? nil : RecordedBody(bytes: Array(text.utf8))
            }
            guard let data = Data(base64Encoded: text) else { throw HARReason(text: "\(place)/text is not base64") }
            return RecordedBody(bytes: [UInt8](data))
        }
        // Browsers list a form without its text.
        guard let pairs = content["params"]?.array, !pairs.isEmpty else { return nil }
        let written = pairs.map { pair in
            [pair["name"]?.string ?? "", pair["value"]?.string ?? ""].map(FormText.encode).joined(separator: "=")
        }
        return RecordedBody(bytes: Array(written.joined(separator: "&").utf8))
    }
}

/// Why a file is not HAR.
struct HARReason: Error {
    let text: String
}
