public import ApusRuntime

/// The address of a framework's server, and the transport.
public struct Connection: Sendable {
    public let server: String
    public let transport: any HTTPTransport
    public let report: Report

    public init(server: String, transport: any HTTPTransport, report: Report = Report()) {
        self.server = server
        self.transport = transport
        self.report = report
    }

    /// Makes the caller of a client.
    public func caller<Client: Sendable>(
        _ client:
            @escaping @Sendable (_ server: String, _ transport: any HTTPTransport, _ options: CallOptions) -> Client
    ) -> Caller<Client> {
        Caller(report) { [server, transport] options in client(server, transport, options) }
    }
}
