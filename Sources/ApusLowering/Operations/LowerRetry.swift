import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    /// Whether and how often calls are repeated: RFC 9110, section 9.2.2, or what configuration or else the document declares.
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
