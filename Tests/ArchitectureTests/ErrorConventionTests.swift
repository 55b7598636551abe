import TestSupport
import Testing

/// Every public error of the libraries is a problem: its name ends in `Problem`, and it conforms to `APIProblem`. The error of a call is
/// one by `APICallError`.
struct ErrorConventionTests {
    static let libraries = [
        "ApusCodec", "ApusRuntime", "ApusXML", "ApusWebhooks", "ApusObservability", "ApusRecording", "ApusTesting",
        "ApusAsyncHTTPClient", "ApusURLSession",
    ]

    private struct Declaration {
        let name: String
        let inherited: [String]
        let location: String

        var isError: Bool {
            !Set(inherited).isDisjoint(with: ["Error", "LocalizedError", "APIProblem", "APICallError"])
        }
    }

    private static let all: [Declaration] = Repository.sources
        .filter { file in libraries.contains { file.path.hasPrefix("Sources/\($0)/") } }
        .flatMap { file in
            file.code.enumerated().compactMap { line, code in declaration(String(code), at: "\(file.path):\(line + 1)")
            }
        }

    private static func declaration(_ code: String, at location: String) -> Declaration? {
        let head = /^\s*public (?:indirect )?(?:struct|enum|final class|protocol) (\w+)(?:<[^>]*>)?: ([^{]*)/
        guard let match = code.prefixMatch(of: head) else { return nil }
        let inherited = match.2.split { ", ".contains($0) }.map(String.init)
        return Declaration(name: String(match.1), inherited: inherited, location: location)
    }

    @Test func errorsAreProblems() {
        let errors = Self.all.filter(\.isError)
        #expect(errors.count > 12)
        for error in errors where !["APIProblem", "APICallError", "APIError"].contains(error.name) {
            #expect(error.name.hasSuffix("Problem") && error.inherited.contains("APIProblem"), "\(error.location)")
        }
    }

    @Test func problemsAreErrors() {
        for declaration in Self.all where declaration.name.hasSuffix("Problem") && declaration.name != "APIProblem" {
            #expect(declaration.inherited.contains("APIProblem"), "\(declaration.location)")
        }
    }
}
