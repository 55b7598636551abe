import ArgumentParser

extension ExitCode {
    /// The spec, the output or the check has findings.
    static let findings = ExitCode(1)
    /// The command line or the workspace file cannot be used.
    static let usage = ExitCode(2)
}
