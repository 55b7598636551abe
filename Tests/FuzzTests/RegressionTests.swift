import Foundation
import Fuzzing
import Testing

/// What fuzzing found once stays mended: `Regressions/<target>/` holds the bytes that did harm.
struct RegressionTests {
    struct Find: CustomTestStringConvertible, Sendable {
        let target: FuzzTarget
        let name: String
        var testDescription: String { target.rawValue + "/" + name }
    }

    private static let finds = FuzzTarget.allCases.flatMap { target in
        Documents.list("Regressions/" + target.rawValue).map { Find(target: target, name: $0) }
    }

    @Test(arguments: finds)
    func staysMended(find: Find) throws {
        let url = Documents.folder.appending(path: "Regressions/\(find.target.rawValue)/\(find.name)")
        try find.target.check(Array(try Data(contentsOf: url)))
    }

    /// Every file that the repository has of a kind passes the checks that fuzzing starts from.
    @Test(arguments: Documents.names)
    func seedsPass(document: String) throws {
        try FuzzTarget.generator.check(try Documents.read(document))
        try FuzzTarget.yaml.check(try Documents.read(document))
    }

    /// A few steps of what `make fuzz` does for long, the same in every run.
    @Test(arguments: Documents.names)
    func editedDocumentsDoNoHarm(document: String) throws {
        let tree = try #require(TextTree(parsing: try Documents.read(document)))
        for seed in UInt64(0)..<60 {
            var mutation = TreeMutation(seed: seed)
            let edited = mutation.mutate(mutation.mutate(tree))
            #expect(throws: Never.self, "\(document), seed \(seed)") {
                try FuzzTarget.generator.check(Array(edited.json.utf8))
            }
        }
    }
}
