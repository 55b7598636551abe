internal import ApusModel
internal import ApusRuntime
internal import ApusSource
internal import HTTPTypes

/// Prints a request that is not sent.
struct RequestPrinter {
    private let surroundings: Surroundings
    /// The most bytes of a body that are shown.
    private static let limit = 64 << 10

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// - Parameter credentials: A line for each credential that the call would add.
    func print(_ request: HTTPRequest, _ body: APIBody, credentials: [String]) async throws {
        var lines = [
            "\(request.method.rawValue) \(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")"
        ]
        lines += request.headerFields.map { "\($0.name): \($0.value)" } + credentials
        for line in lines { surroundings.print(line: VisibleText.of(line)) }
        if body.isEmpty { return }
        surroundings.print(line: "")
        guard body.length.map({ $0 <= Self.limit }) ?? false else {
            return surroundings.print(line: "(\(body.length.map { "\($0) bytes" } ?? "a stream"))")
        }
        let bytes = try await body.collect(upTo: Self.limit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return surroundings.print(line: "(\(bytes.count) bytes that are no text)")
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            surroundings.print(
                line: VisibleText.of(line.utf8.last == 0x0D ? String(line.unicodeScalars.dropLast()) : String(line)))
        }
    }
}

extension CallPlan {
    /// A line for each credential of the first alternative: `(credential: BearerAuth)`.
    var credentialLines: [String] {
        (descriptor.security.first?.schemes ?? []).map { "(credential: \($0.name))" }
    }
}
