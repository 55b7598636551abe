import ApusPipeline
import ArgumentParser

extension ExitCode {
    /// The spec, the output or the check has findings.
    static let findings = ExitCode(1)
    /// The command line or the workspace file cannot be used.
    static let usage = ExitCode(2)
    /// Apus itself is at fault; `EX_SOFTWARE` of sysexits.
    static let fault = ExitCode(70)
}

/// From what a command throws to what the shell sees.
enum ExitStatus {
    /// Prints what there is to say about an error, or the help that was asked for, and ends the process.
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
            Console.complain("internal error of Apus \(ApusVersion.current): \(error)")
            Console.complain("please report the error with the document, the command and this line")
            Apus.exit(withError: ExitCode.fault)
        }
    }
}
