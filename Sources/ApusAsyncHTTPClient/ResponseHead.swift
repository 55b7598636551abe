internal import ApusRuntime
internal import AsyncHTTPClient
internal import HTTPTypes
internal import NIOHTTP1

/// Converts the library's response to a head.
enum ResponseHead {
    static func make(_ response: HTTPClientResponse) -> HTTPResponse {
        let code = Int(response.status.code)
        var head = HTTPResponse(status: HTTPResponse.Status(code: min(max(code, 0), 999)))
        head.headerFields = HTTPFields(
            received: response.headers.lazy.compactMap { name, value in
                HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
            })
        return head
    }
}
