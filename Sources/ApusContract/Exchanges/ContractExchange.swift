/// One request with its response, as a recording has them.
public struct ContractExchange: Sendable {
    public var request: ContractRequest
    public var response: ContractResponse?

    public init(request: ContractRequest, response: ContractResponse?) {
        self.request = request
        self.response = response
    }
}

public struct ContractRequest: Sendable {
    public var method: String
    /// Absolute, or a path with its query.
    public var url: String
    public var headers: [(name: String, value: String)]
    /// nil where the recording has none.
    public var body: [UInt8]?

    public init(method: String, url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

public struct ContractResponse: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    /// nil where the recording has none.
    public var body: [UInt8]?

    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension [(name: String, value: String)] {
    /// The first value of a header, whatever the case of its name.
    func value(of name: String) -> String? {
        first { $0.name.utf8.count == name.utf8.count && ASCII.lower($0.name) == ASCII.lower(name) }?.value
    }
}

enum ASCII {
    /// The bytes with `A` to `Z` in lower case.
    static func lower(_ text: String) -> [UInt8] {
        text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    }

    static func lowered(_ text: some StringProtocol) -> String {
        String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }
}
