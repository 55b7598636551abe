import ApusRuntime
import Foundation

@testable import ApusCall

/// Runs the command and keeps what it prints.
final class Desk: Sendable {
    private let lock = NSLock()
    nonisolated(unsafe) private var bytes: [UInt8] = []
    nonisolated(unsafe) private var complaint = ""
    let sent: SentRequests
    private let variables: [String: String]
    private let isTerminal: Bool
    private let input: String
    private let known: [String: DeskClient]

    init(
        _ answers: [InMemoryTransport.Answer] = [], variables: [String: String] = [:], isTerminal: Bool = false,
        input: String = "", known: [String: DeskClient] = [:]
    ) {
        self.known = known
        sent = SentRequests(answers)
        self.variables = variables
        self.isTerminal = isTerminal
        self.input = input
    }

    var output: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
    var errors: String { lock.withLock { complaint } }

    /// - Parameter spec: A document that is called without a workspace.
    func run(_ words: [String], spec: String? = nil) async -> CallStatus {
        let surroundings = Surroundings(
            variables: variables, transport: sent.transport,
            print: { piece in self.lock.withLock { self.bytes += piece } },
            complain: { text in self.lock.withLock { self.complaint += text } },
            readInput: { limit in self.input.utf8.count > limit ? nil : Array(self.input.utf8) },
            readLine: { self.input.isEmpty ? nil : self.input }, isTerminal: isTerminal)
        let first = spec.map { ["--spec", $0] } ?? ["--workspace", Vendor.workspace]
        return await CallCommand(surroundings, known: known).run(first + words)
    }
}
