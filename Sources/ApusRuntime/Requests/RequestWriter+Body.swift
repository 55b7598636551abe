#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension RequestWriter {
    /// A JSON body; nil sends none.
    public mutating func json<Value: APIValue>(_ value: Value?, contentType: String = "application/json") {
        guard let value, problem == nil, isValid(value, "body") else { return }
        do throws(EncodingProblem) {
            setBody(.bytes(try JSONBridge.encode(value)), contentType)
        } catch {
            report(EncodingProblem(path: error.path.isEmpty ? "body" : "body.\(error.path)", reason: error.reason))
        }
    }

    /// A required JSON body: nil is sent as `null`.
    public mutating func jsonOrNull<Value: APIValue>(_ value: Value?, contentType: String = "application/json") {
        guard problem == nil else { return }
        if value == nil { setBody(.text("null"), contentType) } else { json(value, contentType: contentType) }
    }

    /// An `application/x-www-form-urlencoded` body.
    ///
    /// - Parameters:
    ///   - value: The object to write, a pair for each member; nil: no body.
    ///   - parts: The encodings of members other than the default, by name.
    ///   - contentType: The value of `Content-Type`.
    public mutating func form<Value: APIValue>(
        _ value: Value?, parts: [String: FormPart] = [:], contentType: String = "application/x-www-form-urlencoded"
    ) {
        guard let written = write(value, for: "body") else { return }
        do throws(EncodingProblem) {
            setBody(.text(try FormEncoder(parts: parts).pairs(written).joined(separator: "&")), contentType)
        } catch {
            report(EncodingProblem(path: "body." + error.path, reason: error.reason))
        }
    }

    /// Text as UTF-8. A value that is not text is written like a parameter.
    public mutating func text<Value: APIValue>(_ value: Value?, contentType: String = "text/plain; charset=utf-8") {
        guard let written = write(value, for: "body") else { return }
        setBody(.text(written.text ?? ""), contentType)
    }

    public mutating func bytes(_ data: Data?, contentType: String = "application/octet-stream") {
        if let data { setBody(.data(data), contentType) }
    }

    /// A body of any kind, also a streamed one.
    public mutating func stream(_ body: APIBody?, contentType: String = "application/octet-stream") {
        if let body { setBody(body, contentType) }
    }

    /// A body that another module writes: XML, multipart.
    public mutating func body<Value: APIValue, Coder: BodyCoder>(
        _ value: Value?, contentType: String, coder: Coder
    ) {
        guard let value, problem == nil, isValid(value, "body") else { return }
        do throws(EncodingProblem) {
            setBody(try coder.encode(value, contentType: contentType), contentType)
        } catch {
            report(EncodingProblem(path: error.path.isEmpty ? "body" : "body.\(error.path)", reason: error.reason))
        }
    }

    mutating func setBody(_ body: APIBody, _ contentType: String) {
        self.body = body
        setHeader("Content-Type", contentType)
    }
}
