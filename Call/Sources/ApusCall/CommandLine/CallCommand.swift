internal import ApusModel
public import ApusPipeline
internal import ApusRuntime
internal import ApusSource

/// The command `apus call`: a call of an operation from the workspace and the document, without generated code.
public struct CallCommand: Sendable {
    private let surroundings: Surroundings
    /// Documents that are read already, by the names of their clients.
    private let known: [String: DeskClient]

    public init(_ surroundings: Surroundings) {
        self.init(surroundings, known: [:])
    }

    init(_ surroundings: Surroundings, known: [String: DeskClient]) {
        self.surroundings = surroundings
        self.known = known
    }

    /// Runs the command and returns the exit status of the process.
    ///
    /// - Parameter words: The arguments without the name of the executable.
    public func run(_ words: [String]) async -> CallStatus {
        do {
            return try await perform(words)
        } catch let fault as CallFault {
            if !fault.text.isEmpty { surroundings.complain("apus call: \(VisibleText.of(fault.text))\n") }
            return fault.status
        } catch let error as any APICallError {
            surroundings.complain(VisibleText.of("\(error)") + "\n")
            return CallStatus(error)
        } catch {
            surroundings.complain("apus call: \(VisibleText.of("\(error)"))\n")
            return .fault
        }
    }

    private func perform(_ words: [String]) async throws -> CallStatus {
        let start = try CallStart(words)
        if let shell = start.completion {
            surroundings.print(line: CompletionScript.text(for: shell))
            return .success
        }
        let desk = try ClientDesk(start, surroundings, known: known)
        if start.isCompleting {
            for word in Completion(desk, start).candidates() { surroundings.print(line: word) }
            return .success
        }
        guard let client = try desk.client(named: start.client) else {
            surroundings.print(line: CallHelp.clients(try desk.clients))
            return .success
        }
        guard let name = start.operation else {
            surroundings.print(line: CallHelp.operations(of: client))
            return .success
        }
        return try await call(try client.operation(named: name), of: client, start.rest)
    }

    private func call(_ plan: CallPlan, of client: DeskClient, _ rest: [String]) async throws -> CallStatus {
        let options = try client.options(of: plan, for: rest)
        let words = try CallWords(rest, options, types: plan.types)
        if words.has(.help) {
            surroundings.print(line: CallHelp.text(of: plan, client, options, surroundings))
            return .success
        }
        let reader = ArgumentReader(plan, words, surroundings) { client.prefix + OptionName.variable($0) }
        let arguments = try reader.read(options)
        let session = try CallSession(plan, client, words, surroundings)
        return try await CallOperation.run(plan) { try await session.run(arguments) }
    }
}
