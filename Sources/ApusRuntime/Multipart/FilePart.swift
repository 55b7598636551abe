internal import ApusJSON
public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A file in a multipart body: bytes or a stream of them, with what the server is told about it.
///
/// It is sent as it is only as a part of its own. Nested in JSON it is base64, which takes bytes: a stream there is an
/// ``EncodingProblem``. Two files are equal when their names, types and headers are, and their bytes; a stream is
/// equal to its own copies only.
public struct FilePart: APIValue, Hashable {
    public let body: HTTPBody
    /// The `filename` of its part. Without one the member's name is sent, because servers take a part that has none
    /// for text.
    public var name: String?
    /// Of its part; nil: what the document says, else `application/octet-stream`.
    public var contentType: String?
    /// Further headers of its part; they replace the document's.
    public var headers: HTTPFields
    private let identity: Identity?

    private final class Identity: Sendable {}

    public init(_ body: HTTPBody, name: String? = nil, contentType: String? = nil, headers: HTTPFields = [:]) {
        self.body = body
        self.name = name
        self.contentType = contentType
        self.headers = headers
        if case .stream = body.content { identity = Identity() } else { identity = nil }
    }

    public init(_ data: Data, name: String? = nil, contentType: String? = nil) {
        self.init(HTTPBody.data(data), name: name, contentType: contentType)
    }

    /// A file of the file system, read in pieces while it is sent; its own name is sent along.
    ///
    /// - Throws: ``FileProblem`` when it cannot be opened.
    public static func file(
        _ path: String, name: String? = nil, contentType: String? = nil
    ) throws(FileProblem) -> FilePart {
        let own = path.split(separator: "/").last.map(String.init)
        return FilePart(try HTTPBody.file(path), name: name ?? own, contentType: contentType)
    }

    /// Reads base64, the form of bytes in JSON, or what `tree(_:name:contentType:)` made of a part.
    public init(from value: inout ValueReader) {
        guard value.isReadable, value.entry.kind == .object else {
            self.init(Data(from: &value))
            return
        }
        var object = value.readObject()
        let data: Data = object.required("bytes")
        self.init(data, name: object.optional("name"), contentType: object.optional("contentType"))
    }

    /// A file that was received, as a value in a tree.
    static func tree(_ bytes: [UInt8], name: String?, contentType: String?) -> JSONValue {
        var object: JSONObject = ["bytes": .string(Data(bytes).base64EncodedString())]
        object["name"] = name.map { .string($0) }
        object["contentType"] = contentType.map { .string($0) }
        return .object(object)
    }

    public func write(to value: inout ValueWriter) {
        if let token = value.state.pointee.shelve(self) { return value.writeString(token) }
        switch (body.content, value.state.pointee.style) {
        case (_, .description): value.writeString(description)
        case (.none, _): Data().write(to: &value)
        case (.bytes(let bytes), _): Data(bytes).write(to: &value)
        case (.stream, .identity): value.writeString(identity.map { "\(ObjectIdentifier($0))" } ?? "")
        case (.stream, _): value.fail(.unrepresentable("a file that is streamed has no form in JSON"))
        }
    }

    public static func == (left: FilePart, right: FilePart) -> Bool {
        guard left.name == right.name, left.contentType == right.contentType, left.headers == right.headers else {
            return false
        }
        return switch (left.body.content, right.body.content) {
        case (.none, .none): true
        case (.bytes(let left), .bytes(let right)): left == right
        case (.stream, .stream): left.identity === right.identity
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(contentType)
        hasher.combine(body.length)
    }
}

extension FilePart: CustomStringConvertible {
    /// Its name and size, never what is in it.
    public var description: String {
        "\(name ?? "file") (\(body.length.map { "\($0) bytes" } ?? "streamed"))"
    }
}
