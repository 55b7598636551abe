/// Reads a multipart body (RFC 2046, 5.1) into a tree: an object by the names of its parts, or an array where they have
/// none.
///
/// A JSON part is its value, text is a string, and a file is kept apart for ``FilePart``; a part with a coder is the
/// value that the coder reads. A repeated name becomes an array.
package struct MultipartDecoder {
    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    /// The coders of parts of other types, by name or position.
    private let coders: [ByteText: any BodyCoder]

    /// nil without a `boundary` in the content type.
    init?(_ bytes: [UInt8], contentType: String?, coders: [String: any BodyCoder] = [:]) {
        guard let boundary = contentType.flatMap({ HeaderParameters($0)["boundary"] }), !boundary.isEmpty else {
            return nil
        }
        self.bytes = bytes
        self.coders = Dictionary(coders.map { (ByteText($0), $1) }, uniquingKeysWith: { $1 })
        delimiter = Array("--\(boundary)".utf8)
    }

    /// nil where the body does not contain the boundary.
    func decode() throws(DecodingProblem) -> (tree: JSONValue, files: ValueShelf)? {
        let parts = contents.map(ReceivedPart.init)
        if parts.isEmpty { return nil }
        var values: [JSONValue] = []
        var files = ValueShelf()
        for (position, part) in parts.enumerated() {
            let coder =
                coders[ByteText(part.name ?? String(position))]
                ?? (part.name == nil ? coders[ByteText(FormPart.others)] : nil)
            values.append(try part.value(by: coder, &files))
        }
        let names = parts.compactMap(\.name)
        guard names.count == parts.count else { return (.array(values), files) }
        return (.object(JSONObject(grouping: zip(names, values).map { (name: $0, value: $1) })), files)
    }

    /// The contents between the delimiters, each without the line break that belongs to the next delimiter.
    private var contents: [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        var start: Int?
        var index = 0
        while let line = nextDelimiter(from: index) {
            if let start { found.append(bytes[start..<max(start, line.contentEnd)]) }
            if line.isLast { return found }
            start = line.end
            index = line.end
        }
        return found
    }

    private struct Delimiter {
        /// The end of the content before the delimiter.
        let contentEnd: Int
        let end: Int
        let isLast: Bool
    }

    /// The next line that begins with the delimiter.
    private func nextDelimiter(from start: Int) -> Delimiter? {
        var index = start
        while index + delimiter.count <= bytes.count {
            let isAtLine = index == 0 || bytes[index - 1] == 0x0A
            guard isAtLine, bytes[index..<index + delimiter.count].elementsEqual(delimiter) else {
                guard let feed = bytes[index...].firstIndex(of: 0x0A) else { return nil }
                index = feed + 1
                continue
            }
            var end = index + delimiter.count
            let isLast = bytes[end...].starts(with: [0x2D, 0x2D])
            end = bytes[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            let hasReturn = index >= 2 && bytes[index - 2] == 0x0D
            return Delimiter(contentEnd: max(start, index - (hasReturn ? 2 : 1)), end: end, isLast: isLast)
        }
        return nil
    }
}

extension MultipartDecoder {
    /// The parts of a body, each with its headers, an empty line and its content; nil for what is not multipart.
    package static func parts(of bytes: [UInt8], contentType: String?) -> [ArraySlice<UInt8>]? {
        guard contentType.flatMap(ContentType.init)?.type == "multipart" else { return nil }
        return MultipartDecoder(bytes, contentType: contentType)?.contents
    }
}

extension MultipartDecoder {
    /// The names of a form's parts; nil for what is not multipart.
    package static func names(of bytes: [UInt8], contentType: String?) -> [String]? {
        parts(of: bytes, contentType: contentType)?.compactMap { ReceivedPart($0).name }
    }
}

/// One received part.
private struct ReceivedPart {
    let name: String?
    private let fileName: String?
    private let contentType: String?
    private let bytes: [UInt8]

    init(_ content: ArraySlice<UInt8>) {
        var rest = content
        var disposition: HeaderParameters?
        var contentType: String?
        while let feed = rest.firstIndex(of: 0x0A) {
            let line = String(decoding: rest[..<feed].filter { $0 != 0x0D }, as: UTF8.self)
            rest = rest[(feed + 1)...]
            if line.isEmpty { break }
            let halves = line.pieces(between: ":", most: 1, omitsEmpty: true)
            guard halves.count == 2 else { continue }
            switch ByteText(halves[0].asciiLowercased) {
            case "content-disposition": disposition = HeaderParameters(String(halves[1]))
            case "content-type": contentType = String(halves[1].trimmed)
            default: continue
            }
        }
        name = disposition?["name"]
        fileName = disposition?["filename"]
        self.contentType = contentType
        bytes = Array(rest)
    }

    /// - Parameters:
    ///   - coder: Used unless the part declares JSON.
    ///   - files: Takes the part where it is a file.
    func value(by coder: (any BodyCoder)?, _ files: inout ValueShelf) throws(DecodingProblem) -> JSONValue {
        let type = contentType.flatMap(ContentType.init)
        if let coder, type?.isJSON != true {
            do throws(DecodingProblem) {
                return try coder.decode(bytes, contentType: contentType)
            } catch {
                throw DecodingProblem(
                    path: (name ?? "part") + error.path, offset: error.offset, line: error.line,
                    expected: error.expected, found: error.found)
            }
        }
        let text = BodyText.json(bytes, contentType: contentType)
        if fileName == nil, type?.isJSON == true, let json = JSONBridge.decode(text) { return json }
        if fileName == nil, type == nil || type?.type == "text" {
            guard let text = BodyText.decode(bytes, contentType: contentType) else {
                throw .noText(of: contentType, bytes.count, path: name ?? "part")
            }
            return .string(text)
        }
        return files.receive(FilePart(.bytes(bytes), name: fileName, contentType: contentType))
    }
}
