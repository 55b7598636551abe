internal import ApusPlatform
internal import ApusRuntime
internal import Foundation

/// Keeps a token in a file that only its owner can read.
struct TokenFile: OAuthTokenStore {
    let path: String

    private static let limit = 64 << 10

    func load() async throws -> OAuthToken? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard data.count <= Self.limit else {
            throw CallFault(.credentials, "the token file has more than \(Self.limit) bytes")
        }
        do {
            return try JSONDecoder().decode(OAuthToken.self, from: data)
        } catch {
            throw CallFault(.credentials, "the token file holds no token of this command, and is not overwritten")
        }
    }

    func save(_ token: OAuthToken?) async throws {
        guard let token else {
            try FileManager.default.removeItem(atPath: path)
            return
        }
        let data = try JSONEncoder().encode(token)
        // A new file takes the place of the old one, so that no reader sees a part of it and its mode is right from the beginning.
        let draft = path + ".\(UInt64.random(in: .min ... .max))"
        guard FileManager.default.createFile(atPath: draft, contents: data, attributes: [.posixPermissions: 0o600])
        else {
            throw CallFault(.fault, "the token file cannot be written")
        }
        if rename(draft, path) != 0 {
            try? FileManager.default.removeItem(atPath: draft)
            throw CallFault(.fault, "the token file cannot be written")
        }
    }
}
