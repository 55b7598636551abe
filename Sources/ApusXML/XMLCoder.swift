internal import ApusJSON
internal import ApusPlatform
public import ApusRuntime

/// Writes and reads the XML bodies of one type.
///
/// `try XMLCoder(.element("pet"), .model(Pet.self)).encode(pet)` → `<?xml version="1.0" encoding="UTF-8"?><pet>…</pet>`
@_documentation(visibility: internal)
public struct XMLCoder: BodyCoder {
    private let step: XMLStep
    private let content: XMLContent
    private let limits: XMLLimits

    /// - Parameter step: The root. Any root is accepted, whatever its name, unless the type is a union whose cases are
    ///   selected by it, or the body is an HTML page.
    public init(_ step: XMLStep, _ content: XMLContent, limits: XMLLimits = .standard) {
        self.step = step
        self.content = content
        self.limits = limits
    }

    /// Writes a value as the body of a request, without read-only members; members are in the model's order.
    public func encode<Value: APIValue>(_ value: Value) throws(EncodingProblem) -> [UInt8] {
        try write(TapeCoding.encode(value))
    }

    /// Decodes a whole body. The text is checked completely, including parts that the model does not read.
    ///
    /// - Parameter charset: The `charset` of `Content-Type`; it overrides the declaration in the text, and a byte order
    ///   mark overrides it (RFC 7303, section 3).
    public func decode<Value: APIValue>(
        _ type: Value.Type = Value.self, from bytes: [UInt8], charset: String? = nil
    ) throws(DecodingProblem) -> Value {
        let reader = try read(bytes, charset: charset)
        do throws(TapeProblem) {
            return try TapeCoding.decode(
                type, from: JSONTape(reader.builder), text: reader.builder.text, choices: reader.choices)
        } catch {
            throw locate(error, in: reader, bytes)
        }
    }

    public func encode<Value: APIValue>(_ value: Value, contentType: String) throws(EncodingProblem) -> APIBody {
        .bytes(try encode(value))
    }

    public func decode<Value: APIValue>(_ bytes: [UInt8], contentType: String?) throws(DecodingProblem) -> Value {
        try decode(from: bytes, charset: contentType.flatMap(Charset.find(in:)))
    }

    /// Values with deeper nesting are written on a stack of their own: each level takes several frames.
    private static let depthOfAnyStack = 24
    /// The size in bytes; 200 levels in a debug build need a twentieth of it.
    private static let stackSize = 32 << 20

    private func write(_ written: WrittenTape) throws(EncodingProblem) -> [UInt8] {
        if written.depth <= Self.depthOfAnyStack { return try writeHere(written) }
        let result = FreshStack.run(size: Self.stackSize) { () -> Result<[UInt8], EncodingProblem> in
            do throws(EncodingProblem) { return .success(try writeHere(written)) } catch { return .failure(error) }
        }
        if let result { return try result.get() }
        return try writeHere(written)
    }

    private func writeHere(_ written: WrittenTape) throws(EncodingProblem) -> [UInt8] {
        do throws(XMLProblem) {
            guard let root = try XMLTreeWriter(written: written).writeDocument(step, content) else { return [] }
            return try XMLWriting.write(root, limits: limits)
        } catch {
            throw EncodingProblem(path: "", reason: .unrepresentable(error.reason))
        }
    }

    private func read(_ bytes: [UInt8], charset: String?) throws(DecodingProblem) -> XMLTapeReader {
        do throws(XMLProblem) {
            let root = try XMLReading.read(bytes, charset: charset, limits: limits)
            return try XMLTapeReader.read(root, step, content)
        } catch {
            throw DecodingProblem(
                path: "", offset: Self.offset(ofLine: error.line, in: bytes), line: error.line > 0 ? error.line : nil,
                expected: error.kind == .tooDeep ? "shallower nesting" : "valid XML", found: error.reason)
        }
    }

    private func locate(_ problem: TapeProblem, in reader: XMLTapeReader, _ bytes: [UInt8]) -> DecodingProblem {
        let (path, line) = reader.locations.find(problem.index)
        let member = problem.missingMember.map { "/" + $0 } ?? ""
        return DecodingProblem(
            path: path + member, offset: Self.offset(ofLine: line, in: bytes), line: line, expected: problem.expected,
            found: problem.found)
    }

    private static func offset(ofLine line: Int, in bytes: [UInt8]) -> Int {
        guard line > 1 else { return 0 }
        var rest = line - 1
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            rest -= 1
            if rest == 0 { return offset + 1 }
        }
        return bytes.count
    }
}
