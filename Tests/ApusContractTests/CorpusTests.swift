import ApusContract
import ApusSource
import Foundation
import TestSupport
import Testing

/// Over public documents: the overlay of generated traffic leaves no difference.
struct CorpusTests {
    /// Larger documents take minutes in a debug build.
    private static let bytes = 400_000

    @Test func overlaysAcceptGeneratedTraffic() throws {
        guard let folder = SharedFolder.find("corpus/open") else { return }
        let paths = SharedFolder.files(in: "corpus/open") { path in
            [".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
        }
        var (documents, differences) = (0, 0)
        for (index, path) in paths.enumerated() {
            let data = try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
            guard data.count < Self.bytes, let watched = try? Watched(String(decoding: data, as: UTF8.self)) else {
                continue
            }
            var traffic = GeneratedTraffic(watched.document, seed: UInt64(index))
            let exchanges = traffic.exchanges(limit: 40)
            let found = watched.compare(exchanges)
            // An overlay does not reach other files, and these are read without them.
            documents += 1
            differences += found.all.count
            let (left, _) = try watched.accept(exchanges)
            let lines = left.all.prefix(5).map { $0.difference.diagnostic(count: $0.count) }
            #expect(lines.isEmpty, "\(path): \(lines.map { "\($0.message) \($0.pointer ?? "")" })")
        }
        print("contract watch: \(differences) differences of \(documents) documents accepted")
        #expect(documents > 20 && differences > 1_000)
    }
}
