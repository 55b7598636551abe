/// Problem details of a failure (RFC 9457).
///
/// A member of another type than the RFC's is ignored (3.1). Credentials that the server repeats are `<redacted>`.
public struct ProblemDetails: Sendable, Hashable {
    /// A URI reference that identifies the type of the problem; `about:blank` where the server names none.
    public let type: String
    /// A summary of the type of the problem.
    public let title: String?
    /// The HTTP status, as the body has it.
    public let status: Int?
    /// An explanation of this occurrence of the problem.
    public let detail: String?
    /// A URI reference that identifies this occurrence.
    public let instance: String?
    /// All other members; empty for XML.
    public let extensions: JSONObject

    private static let names = ["type", "title", "status", "detail", "instance"]

    /// - Returns: nil unless the body is an object in JSON, or an element in XML, that says to be a problem by its content type
    ///   (`application/problem+json`, `application/problem+xml`) or has a `title` or a `detail`.
    init?(body: [UInt8], contentType: String?) {
        let media = contentType.flatMap(ContentType.init)
        if media?.isXML == true {
            self.init(xml: XMLTexts.leaves(of: body, contentType: contentType), isDeclared: media?.isProblem == true)
            return
        }
        guard let members = JSONBridge.decode(BodyText.json(body, contentType: contentType))?.object else { return nil }
        self.init(members, isDeclared: media?.isProblem == true)
    }

    private init?(_ members: JSONObject, isDeclared: Bool) {
        let (title, detail) = (members["title"]?.string, members["detail"]?.string)
        guard isDeclared || title != nil || detail != nil else { return nil }
        type = members["type"]?.string ?? "about:blank"
        self.title = title
        status = members["status"]?.int
        self.detail = detail
        instance = members["instance"]?.string
        var others = members
        for name in Self.names { others[name] = nil }
        extensions = others
    }

    /// RFC 9457, appendix B.
    private init?(xml leaves: [XMLTexts.Leaf], isDeclared: Bool) {
        func text(_ name: String) -> String? { leaves.first { $0.depth == 2 && $0.name.isSame(as: name) }?.text }
        let (title, detail) = (text("title"), text("detail"))
        guard isDeclared || title != nil || detail != nil else { return nil }
        type = text("type") ?? "about:blank"
        self.title = title
        status = text("status").flatMap { Int($0) }
        self.detail = detail
        instance = text("instance")
        extensions = JSONObject()
    }
}

extension ContentType {
    /// RFC 9457, 6.1 and 6.2.
    fileprivate var isProblem: Bool {
        self == ContentType("application/problem+json") || self == ContentType("application/problem+xml")
    }
}
