internal import AsyncHTTPClient
internal import HTTPTypes
internal import NIOHTTP1

/// The library's response → head.
enum ResponseHead {
    static func make(_ response: HTTPClientResponse) -> HTTPResponse {
        let code = Int(response.status.code)
        var head = HTTPResponse(status: HTTPResponse.Status(code: min(max(code, 0), 999)))
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            head.headerFields.append(HTTPField(name: name, value: value))
        }
        return head
    }
}
