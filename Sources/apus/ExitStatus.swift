import ApusPipeline
import ArgumentParser

extension ExitCode {
    /// The document, the output or the check has findings.
    static let findings = ExitCode(1)
    /// The command line or the workspace file is invalid.
    static let usage = ExitCode(2)
    /// An internal error of Apus; `EX_SOFTWARE` of sysexits.
    static let fault = ExitCode(70)
}

/// Converts an error of a command to an exit code.
enum ExitStatus {
    /// Prints the message of an error, or the requested help, and ends the process.
    static func leave(with error: any Error) -> Never {
        if let code = error as? ExitCode { Apus.exit(withError: code) }
        switch Apus.exitCode(for: error) {
        case .success:
            print(Apus.fullMessage(for: error))
            Apus.exit(withError: ExitCode.success)
        case .validationFailure:
            Console.report(Apus.fullMessage(for: error))
            Apus.exit(withError: ExitCode.usage)
        default:
            Console.complain("internal error of Apus \(GeneratorVersion.current): \(error)")
            Console.complain("please report the error with the document, the command and this line")
            Apus.exit(withError: ExitCode.fault)
        }
    }
}
