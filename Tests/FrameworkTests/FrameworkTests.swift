import ApusEmission
import ApusModel
import ApusSource
import Foundation
import Testing

/// Documents as frameworks write them: what each idiom becomes in Swift. Those in JSON are what the servers of `make frameworks` gave;
/// the others are small ones in the manner of frameworks that do not run there. Beside each stands what is expected of it, by hand.
struct FrameworkTests {
    @Test(arguments: FrameworkDocument.all)
    func isGeneratedWithoutErrors(_ name: String) throws {
        let document = try FrameworkDocument(name)
        let errors = document.diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(errors == [])
        let files = try Emission.emit(document.model, options: EmissionOptions())
        #expect(files.contains { $0.path == "\(document.model.module)Client.swift" })
        #expect(try Emission.emit(document.model, options: EmissionOptions()) == files)
    }

    @Test(arguments: FrameworkDocument.all)
    func idiomsBecomeWhatIsExpected(_ name: String) throws {
        let document = try FrameworkDocument(name)
        let expectation = try FrameworkExpectation(name)
        #expect(expectation.lineCount > 5, "\(name) expects next to nothing")
        for problem in expectation.problems(in: document.model.dump()) { Issue.record("\(name): \(problem)") }
    }

    /// A finding says what a user has to know; what is not named in the expectation is one too many.
    @Test(arguments: FrameworkDocument.all)
    func findingsAreThoseExpected(_ name: String) throws {
        let document = try FrameworkDocument(name)
        let found = Set(document.diagnostics.filter { $0.severity == .warning }.map(\.id))
        #expect(found.sorted() == (try FrameworkExpectation(name)).warnings)
    }

    @Test func everyFrameworkIsThere() {
        let wanted = [
            "apiplatform", "aspnet10", "aspnet8", "drf", "elysia", "fastapi", "litestar", "micronaut", "nestjs",
            "nswag",
            "smorest", "springdoc", "swaggo", "utoipa",
        ]
        #expect(FrameworkDocument.all.compactMap { $0.split(separator: ".").first.map(String.init) } == wanted)
    }
}
