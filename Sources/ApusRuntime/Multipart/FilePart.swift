internal import ApusJSON
public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A file in a multipart body: bytes or a stream of bytes, with its name, type and headers.
///
/// A file is sent unchanged only as a separate part. Inside JSON it is base64 and must have bytes: a stream there is an
/// ``EncodingProblem``. Two files are equal when their names, types, headers and bytes are equal; a stream is equal
/// only to its own copies.
public struct FilePart: APIValue, Hashable {
    public let body: APIBody
    /// The `filename` of the part. Without one the member's name is sent, because servers treat a part without a file
    /// name as text.
    public var name: String?
    /// The content type of the part; nil: the document's, otherwise `application/octet-stream`.
    public var contentType: String?
    /// Further headers of the part; they replace the document's.
    public var headers: HTTPFields
    private let identity: Identity?

    private final class Identity: Sendable {}

    public init(_ body: APIBody, name: String? = nil, contentType: String? = nil, headers: HTTPFields = [:]) {
        self.body = body
        self.name = name
        self.contentType = contentType
        self.headers = headers
        if case .stream = body.content { identity = Identity() } else { identity = nil }
    }

    public init(_ data: Data, name: String? = nil, contentType: String? = nil) {
        self.init(APIBody.data(data), name: name, contentType: contentType)
    }

    /// A file of the file system, read in chunks while it is sent; its file name is sent as well.
    ///
    /// - Throws: ``FileProblem`` when the file cannot be opened.
    public static func file(
        _ path: String, name: String? = nil, contentType: String? = nil
    ) throws(FileProblem) -> FilePart {
        let own = path.split(separator: "/").last.map(String.init)
        return FilePart(try APIBody.file(path), name: name ?? own, contentType: contentType)
    }

    /// Reads a part of a multipart body as it came, and base64, the form of bytes in JSON.
    public init(from value: inout ValueReader) {
        if let file = value.shelved(as: FilePart.self) {
            self = file
        } else {
            self.init(Data(from: &value))
        }
    }

    public func write(to value: inout ValueWriter) {
        if value.shelve(self) { return }
        switch (body.content, value.style) {
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
    /// Name and size, never the content.
    public var description: String {
        "\(name ?? "file") (\(body.length.map { "\($0) bytes" } ?? "streamed"))"
    }
}
