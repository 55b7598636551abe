import ApusRuntime

/// A documented example body of a response, or of a part of one.
struct Example: Decodable, Sendable {
    let number: Int
    let operation: String?
    let component: String?
    let status: Int
    let contentType: String
    let isJSON: Bool
    let body: String

    var response: ResponseReader {
        ResponseReader(status: status, headers: [.contentType: contentType], bytes: Array(body.utf8))
    }
}
