public import ApusRuntime
import Foundation

/// Reads examples with the types of a generated module, by the names of the types. A program with a line for each type fills it; see
/// `ExampleProgram`.
public struct ExampleRun {
    typealias Reader = @Sendable (Example) async -> Reading

    private var operations: [String: Reader] = [:]
    private var components: [String: Reader] = [:]

    public init() {}

    /// A response passes through the operation's own `decode`, or its failure's, like one from a server.
    public mutating func add<Operation: APIOperation>(_ type: Operation.Type, _ name: String) {
        operations[name] = { example in
            var response = example.response
            let descriptor = Operation.descriptor
            if (200..<300).contains(example.status) || descriptor.successes.contains(example.status) {
                let value = Operation.decode(&response)
                return await Reading.make(of: value, isJSON: example.isJSON, after: response.problem)
            }
            let failure = Operation.Failure.decode(&response)
            return await Reading.make(of: failure, isJSON: example.isJSON, after: response.problem)
        }
    }

    public mutating func add<Value: APIValue>(_ type: Value.Type, _ name: String) {
        components[name] = { example in
            do throws(DecodingProblem) {
                let value = try Value(json: example.body)
                return await Reading.make(of: value, isJSON: true, after: nil)
            } catch {
                return Reading(problem: error.description)
            }
        }
    }

    /// Reads the examples of a file, one on each line, and writes a line for each before it begins with the next: the one that is missing
    /// is the one that ended the process.
    public func run(_ arguments: [String]) async throws {
        guard arguments.count == 3 else { throw Problem(description: "the examples, the readings") }
        let lines = try Data(contentsOf: URL(fileURLWithPath: arguments[1])).split(separator: UInt8(ascii: "\n"))
        FileManager.default.createFile(atPath: arguments[2], contents: nil)
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: arguments[2]))
        for line in lines {
            let example = try JSONDecoder().decode(Example.self, from: line)
            var reading = await read(example)
            reading.number = example.number
            try output.write(contentsOf: JSONEncoder().encode(reading) + [UInt8(ascii: "\n")])
        }
    }

    private func read(_ example: Example) async -> Reading {
        let reader = example.operation.map { operations[$0] } ?? example.component.map { components[$0] } ?? nil
        guard let reader else { return Reading(problem: "no type reads it") }
        return await reader(example)
    }

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }
}
