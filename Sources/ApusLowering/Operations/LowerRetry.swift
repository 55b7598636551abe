import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    /// Whether and how often calls are retried: by RFC 9110, section 9.2.2, or by the declaration of the configuration,
    /// otherwise of the document.
    func lowerRetry(of operation: Operation, into decl: inout OperationDecl) {
        var declared: RetryOptions?
        if let node = operation.extensions["x-apus-retry"] {
            declared = readRule("x-apus-retry", at: operation.pointer) { $0.readRetryRule(node, pointer: $1) }
        }
        let configured = options.rules.retry[decl.id]
        decl.attempts = configured?.attempts ?? declared?.attempts
        let isSafe =
            configured?.isSafe ?? (options.idempotent.contains(decl.id) ? true : nil) ?? declared?.isSafe
            ?? operation.extensions["x-apus-idempotent"]?.boolean
        decl.isIdempotent = isSafe ?? OperationDecl.idempotentMethods.contains(operation.method)
    }
}
