#if canImport(Testing)
    public import ApusRecording
    public import Testing

    #if canImport(FoundationEssentials)
        internal import FoundationEssentials
    #else
        internal import Foundation
    #endif

    /// Answers the calls of a test from a HAR file beside it. Made by `.replaying("FILE.har")`.
    ///
    /// ```swift
    /// @Test(.replaying("contacts.har")) func listsContacts() async throws {
    ///     let client = SalesmsgClient(
    ///         transport: .asyncHTTPClient(), credentials: .personalToken(token), middleware: [.replaying])
    ///     #expect(try await client.listTags().data.count == 3)
    /// }
    /// ```
    ///
    /// Nothing is sent: the middleware answers before the transport. With `APUS_RECORD=1` in the environment the calls
    /// reach the server, and the file is written, or replaced, after the test.
    public struct ReplayTrait: TestTrait, SuiteTrait, TestScoping {
        let file: URL
        let criteria: [ExchangeCriterion]
        let rules: RecordingRules

        /// Each test of a suite begins with the whole recording.
        public var isRecursive: Bool { true }

        public func provideScope(
            for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
        ) async throws {
            guard ProcessInfo.processInfo.environment["APUS_RECORD"] == "1" else {
                let replayer = ExchangeReplayer(
                    try ExchangeRecording(contentsOf: file), matching: criteria, rules: rules)
                return try await ReplayingMiddleware.$current.withValue(replayer, operation: function)
            }
            let recorder = ExchangeRecorder(rules: rules)
            try await ReplayingMiddleware.$current.withValue(recorder, operation: function)
            try recorder.recording.write(to: file)
        }
    }

    extension Trait where Self == ReplayTrait {
        /// Answers the calls of clients with the middleware ``ApusRuntime/APIMiddleware/replaying`` from a recording.
        ///
        /// - Parameters:
        ///   - file: The HAR file, relative to the folder of the test's source file.
        ///   - criteria: What has to be equal for an exchange to answer a call.
        ///   - rules: The rules by which the recording is, or was, made.
        ///   - filePath: The test's source file.
        public static func replaying(
            _ file: String, matching criteria: [ExchangeCriterion] = .standard, rules: RecordingRules = .standard,
            filePath: String = #filePath
        ) -> ReplayTrait {
            let folder = URL(filePath: filePath).deletingLastPathComponent()
            return ReplayTrait(file: URL(filePath: file, relativeTo: folder), criteria: criteria, rules: rules)
        }
    }
#endif
