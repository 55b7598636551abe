import ApusRuntime
import Foundation

/// The result of one example: a problem, or the written value.
struct Reading: Codable, Sendable {
    var number = 0
    var problem: String?
    /// The decoded value as JSON, if it has a JSON form.
    var json: String?
    /// Bytes or text that were returned unchanged.
    var text: String?

    init(problem: String? = nil, json: String? = nil, text: String? = nil) {
        self.problem = problem
        self.json = json
        self.text = text
    }

    /// - Parameter isJSON: Whether the body is JSON: the value of another body may be bytes, which are Base64 in JSON.
    static func make<Value>(of value: Value, isJSON: Bool, after problem: DecodingProblem?) async -> Reading {
        if let problem { return Reading(problem: problem.description) }
        do {
            return try await write(value, isJSON)
        } catch {
            return Reading(problem: "not written back: \(error)")
        }
    }

    /// Responses with several statuses or content types are enums; the decoded value is the last associated value of
    /// the case.
    private static func write(_ value: Any, _ isJSON: Bool) async throws -> Reading {
        switch value {
        case let data as Data where !isJSON: return Reading(text: String(decoding: data, as: UTF8.self))
        case let body as RawBody: return Reading(text: body.text)
        case let value as any APIValue: return Reading(json: String(decoding: try json(value), as: UTF8.self))
        case let items as any AsyncSequence & Sendable: return try await collect(items)
        default: break
        }
        let mirror = Mirror(reflecting: value)
        guard let child = Array(mirror.children).last else { return Reading() }
        if mirror.displayStyle == .enum, child.label == "undocumented" {
            return Reading(problem: "read as an answer that the document does not name")
        }
        return try await write(child.value, isJSON)
    }

    private static func json(_ value: some APIValue) throws -> [UInt8] {
        try JSONEncoding.encode(value, for: .storage)
    }

    private static func collect<Items: AsyncSequence & Sendable>(_ items: Items) async throws -> Reading {
        var texts: [String] = []
        for try await item in items {
            let reading = try await write(item, true)
            texts.append(reading.json ?? "null")
        }
        return Reading(json: "[" + texts.joined(separator: ",") + "]")
    }
}
