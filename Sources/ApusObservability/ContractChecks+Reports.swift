public import ApusRuntime
public import CoreMetrics
public import Logging

extension ContractChecks {
    /// Reports each difference between responses and the document once to a logger and a metrics backend; see ``observe(_:)``.
    ///
    /// ```swift
    /// let client = SalesmsgClient(
    ///     transport: .asyncHTTPClient(), options: CallOptions(checks: .observe(logger: logger, metrics: MetricsSystem.factory)))
    /// ```
    ///
    /// - Parameters:
    ///   - logger: Receives a `warning` line for each difference.
    ///   - metrics: Receives the counter `apus.contract.differences`, with the dimensions `kind` and `operation`.
    public static func observe(logger: Logger?, metrics: (any MetricsFactory)? = nil) -> ContractChecks {
        if logger == nil, metrics == nil { return [] }
        return .observe { difference in
            logger?.warning("\(difference)", metadata: metadata(of: difference))
            guard let metrics else { return }
            let dimensions = [("kind", difference.kind.rawValue), ("operation", difference.operation)]
            Counter(label: "apus.contract.differences", dimensions: dimensions, factory: metrics).increment()
        }
    }

    private static func metadata(of difference: ContractDifference) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["kind": "\(difference.kind.rawValue)", "operation": "\(difference.operation)"]
        if !difference.pointer.isEmpty { metadata["pointer"] = "\(difference.pointer)" }
        if !difference.name.isEmpty { metadata["name"] = "\(difference.name)" }
        if !difference.type.isEmpty { metadata["type"] = "\(difference.type)" }
        return metadata
    }
}
