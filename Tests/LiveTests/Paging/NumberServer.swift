import Foundation
import TestServers

/// Returns the numbers 1 to 23, five on a page, in the pagination style of the request, with all data that a rule may
/// read.
enum NumberServer {
    static let all = Array(1...23)
    private static let size = 5

    static func start() async throws -> RecordingServer {
        try await RecordingServer.start { request in answer(request) }
    }

    static func answer(_ request: ReceivedRequest) -> Answer {
        let skipped = skip(request)
        let items = all.dropFirst(skipped).prefix(size)
        let hasMore = skipped + size < all.count
        let next = hasMore ? #""n\#(skipped + size)/+ä""# : "null"
        let address = hasMore ? #""?skip=\#(skipped + size)""# : "null"
        let body = """
            {"items": [\(items.map(String.init).joined(separator: ", "))], "next": \(next), "total": 23, "pages": "5",
             "more": \(hasMore), "links": {"next": \(address)}}
            """
        let first = #"<\#(request.path)?skip=0>; rel="first""#
        let link = first + #", <?skip=\#(skipped + size)>; title="a, b; c"; rel="last next""#
        return .json(body, hasMore ? [Pair(name: "link", value: link)] : [])
    }

    private static func skip(_ request: ReceivedRequest) -> Int {
        if let page = request.parameter("page").flatMap({ Int($0) }) { return (page - 1) * size }
        let offset = request.parameter("offset") ?? request.parameter("skip")
        if let offset = offset.flatMap({ Int($0) }) { return offset }
        if let cursor = request.parameter("after") { return number(of: cursor) }
        guard let body = try? JSON(bytes: request.body), case .object(let members) = body,
            case .object(let paging) = members["paging"], case .string(let cursor) = paging["after"]
        else { return 0 }
        return number(of: cursor)
    }

    /// `n5/+ä` and `5` are five; a cursor that arrives changed is invalid.
    private static func number(of cursor: String) -> Int {
        if let number = Int(cursor) { return number }
        guard cursor.hasPrefix("n"), cursor.hasSuffix("/+ä") else { return -1 }
        return Int(cursor.dropFirst().dropLast(3)) ?? -1
    }
}
