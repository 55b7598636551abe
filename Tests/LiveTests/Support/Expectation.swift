import Foundation
import TestServers

/// The expected request of one call of one operation, and the server's response.
struct Expectation: Sendable, Decodable {
    var operation: String
    var request: Request
    var response: Response

    struct Request: Sendable, Decodable {
        var method: String
        /// As it is sent, percent-encoded, without the query.
        var path: String
        /// Decoded, in the order in which they are sent.
        var query: [Pair]
        /// Names in lower case; null means that the header must be absent.
        var headers: [String: String?]
        var body: ExpectedBody

        enum Key: CodingKey {
            case method, path, query, headers, body
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            method = try container.decode(String.self, forKey: .method)
            path = try container.decode(String.self, forKey: .path)
            query = try container.decode([Pair].self, forKey: .query)
            headers = try container.decode([String: String?].self, forKey: .headers)
            body = try container.decodeIfPresent(ExpectedBody.self, forKey: .body) ?? .none
        }
    }

    struct Response: Sendable, Decodable {
        var status: Int
        var headers: [String: String]
        /// Absent when the answer has no body.
        var body: JSON?
    }
}

/// The body that must arrive.
enum ExpectedBody: Sendable, Decodable {
    case none
    case json(JSON)
    case form([Pair])

    private enum Key: String, CodingKey {
        case form = "$form"
    }

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Key.self), container.contains(.form) {
            self = .form(try container.decode([Pair].self, forKey: .form))
        } else {
            self = .json(try JSON(from: decoder))
        }
    }
}
