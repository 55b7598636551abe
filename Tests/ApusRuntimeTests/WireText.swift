@testable import ApusRuntime

/// The output of a writer, as short text.
enum WireText {
    static let color: JSONValue = ["R": 100, "G": 200, "B": 150]
    static let colors = ["blue", "black", "brown"]

    static func write(
        path: String = "/x", server: ServerURL = "https://api.test", _ body: (inout RequestWriter) -> Void
    ) throws(EncodingProblem) -> (request: HTTPRequest, body: APIBody) {
        var writer = RequestWriter(descriptor: OperationDescriptor(id: "probe", method: .post, path: path))
        body(&writer)
        return try writer.finish(server: server, options: .standard)
    }

    static func path(
        _ path: String, server: ServerURL = "https://api.test", _ body: (inout RequestWriter) -> Void
    ) throws(EncodingProblem) -> String {
        try write(path: path, server: server, body).request.path ?? ""
    }

    /// Without the question mark.
    static func query(_ body: (inout RequestWriter) -> Void) throws(EncodingProblem) -> String {
        let path = try write(body).request.path ?? ""
        return path.hasPrefix("/x?") ? String(path.dropFirst(3)) : ""
    }

    static func header(_ name: String, _ body: (inout RequestWriter) -> Void) throws -> String? {
        guard let name = HTTPField.Name(name) else { return nil }
        return try write(body).request.headerFields[name]
    }

    static func body(_ body: (inout RequestWriter) -> Void) async throws -> String {
        String(decoding: try await write(body).body.collect(), as: UTF8.self)
    }

    static func problem(_ body: (inout RequestWriter) -> Void, path: String = "/x") -> String? {
        do {
            _ = try write(path: path, body)
            return nil
        } catch {
            return error.description
        }
    }
}
