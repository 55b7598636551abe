import Foundation
import TestSupport
import Testing

@testable import apus

/// `$ref` to the network, against a real server: nothing without permission, no host but the named ones, no end of bytes.
struct RemoteFileTests {
    private func lint(_ reference: String, _ arguments: [String]) async throws -> ChildProcess {
        let file = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let document = """
            openapi: 3.1.0
            info: { title: Pets, version: 1.0.0 }
            paths: { /pets: { get: { operationId: listPets, responses: { '204': { description: None } } } } }
            components: { schemas: { Pet: { $ref: "\(reference)" } } }
            """
        try Data(document.utf8).write(to: file)
        return try await Tool.run(["lint", file.path] + arguments)
    }

    @Test func nothingIsFetchedUnlessAllowed() async throws {
        try await FileServer.run { port in
            for arguments in [[], ["--allow-host", "localhost:\(port)"], ["--allow-host", "127.0.0.1"]] {
                let outcome = try await lint("http://127.0.0.1:\(port)/pet.yaml", arguments)
                #expect(outcome.output.contains("is not fetched [remote-reference]"))
                #expect(outcome.output.contains("--allow-host"))
            }
        }
    }

    @Test(arguments: ["pet.yaml", "moved.yaml"])
    func whatIsAllowedIsRead(path: String) async throws {
        try await FileServer.run { port in
            let outcome = try await lint("http://127.0.0.1:\(port)/\(path)", ["--allow-host", "127.0.0.1:\(port)"])
            #expect(outcome.output == "")
            #expect(outcome.status == 0)
        }
    }

    @Test(arguments: [
        ("missing.yaml", "the server responds with status 404"),
        ("elsewhere.yaml", #"it redirects to "localhost:{port}", which is not an allowed host"#),
        ("disk.yaml", ""), ("circle.yaml", ""),
        ("huge.yaml", "it is larger than 67108864 bytes"),
    ])
    func whatFailsIsAnError(path: String, reason: String) async throws {
        try await FileServer.run { port in
            let outcome = try await lint("http://127.0.0.1:\(port)/\(path)", ["--allow-host", "127.0.0.1:\(port)"])
            let reason = reason.replacing("{port}", with: "\(port)")
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("error: cannot fetch \"http://127.0.0.1:\(port)/\(path)\": \(reason)"))
            #expect(outcome.output.contains("[failed-fetch]"))
        }
    }

    /// Another port is another server, though it is on an allowed host.
    @Test func aRedirectToAnotherPortIsNotFollowed() async throws {
        try await FileServer.run { other in
            try await FileServer.run { port in
                let address = "http://127.0.0.1:\(port)/port.yaml?\(other)"
                let outcome = try await lint(address, ["--allow-host", "127.0.0.1:\(port)"])
                #expect(outcome.status == 1)
                #expect(outcome.output.contains("it redirects to \"127.0.0.1:\(other)\", which is not an allowed host"))
                let both = ["--allow-host", "127.0.0.1:\(port)", "--allow-host", "127.0.0.1:\(other)"]
                #expect(try await lint(address, both).status == 0)
            }
        }
    }

    /// A body of unknown length is counted while it arrives.
    @Test func bytesAreCounted() async throws {
        try await FileServer.run { port in
            let address = "http://127.0.0.1:\(port)/endless.yaml"
            let result = await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    continuation.resume(
                        returning: Result { try RemoteFile.fetch(address, ["127.0.0.1:\(port)"], 1 << 18) })
                }
            }
            let problem = #expect(throws: RemoteFile.Problem.self) { try result.get() }
            #expect(problem?.description == "it is larger than 262144 bytes")
        }
    }

    /// The case of the id, whose message only the tool can produce.
    @Test func saysExactly() async throws {
        let folder = "specs/invalid/failed-fetch/"
        let outcome = try await Tool.run(["lint", folder + "remote.yaml", "--allow-host", "127.0.0.1:9"])
        try Recording.expect(outcome.output, at: folder + "expected.txt")
    }
}
