internal import ApusRuntime
internal import Foundation

/// A credential that a command of the shell prints; it runs once.
actor CredentialsCommand: APICredential {
    private let command: String
    private let scheme: String
    private let isBasic: Bool
    private let variables: [String: String]
    private var known: CredentialSecret?

    /// The most bytes of a credential.
    private static let limit = 64 << 10

    init(command: String, scheme: String, isBasic: Bool, variables: [String: String]) {
        self.command = command
        self.scheme = scheme
        self.isBasic = isBasic
        self.variables = variables
    }

    func secret(for use: CredentialUse) async throws -> CredentialSecret {
        if let known { return known }
        let text = try run()
        var secret = CredentialSecret.token(text)
        if isBasic {
            let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2 else { throw fault("the command has to print user:password") }
            secret = .password(username: halves[0], password: halves[1])
        }
        known = secret
        return secret
    }

    /// What the command prints is in no message.
    private func run() throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = variables.merging(["APUS_SCHEME": scheme]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw fault("the command cannot be run")
        }
        var bytes: [UInt8] = []
        while bytes.count <= Self.limit, let piece = try? pipe.fileHandleForReading.read(upToCount: 4_096),
            !piece.isEmpty
        {
            bytes += piece
        }
        // Closing the pipe ends a command that prints more.
        try? pipe.fileHandleForReading.close()
        process.waitUntilExit()
        guard bytes.count <= Self.limit else { throw fault("the command prints more than \(Self.limit) bytes") }
        guard process.terminationStatus == 0 else {
            throw fault("the command ends with status \(process.terminationStatus)")
        }
        let text =
            String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        if text.isEmpty { throw fault("the command prints nothing") }
        return text
    }

    private func fault(_ reason: String) -> CredentialProblem { .unusable(scheme: scheme, reason: reason) }
}
