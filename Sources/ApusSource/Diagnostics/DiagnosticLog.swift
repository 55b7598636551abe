/// The diagnostics of a stage that several objects report to, in the order of reporting.
public final class DiagnosticLog {
    public private(set) var diagnostics = Diagnostics()

    public init() {}

    public func report(_ diagnostic: Diagnostic) {
        diagnostics.report(diagnostic)
    }
}
