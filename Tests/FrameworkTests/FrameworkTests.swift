import ApusEmission
import ApusModel
import ApusSource
import Foundation
import Testing

/// Documents as frameworks write them, and the Swift for each idiom. JSON documents come from the servers of
/// `make frameworks`; the others are small ones in the style of frameworks that do not run there. Each has a
/// hand-written expectation next to it.
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

    /// A finding is information that a user needs; an unexpected finding fails.
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
