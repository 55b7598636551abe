import ApusModel
import ApusSource

/// Determines the code that reaches what a method returns, after members have their names. Where the pointer leads nowhere, the method
/// returns the whole success.
enum ResolveResults {
    static func run(
        _ model: inout APIModel, origins: Origins, options: LoweringOptions, diagnostics: inout Diagnostics
    ) {
        guard model.operations.contains(where: { $0.result != nil }) else { return }
        let types = model.indexTypes()
        var isUsed = false
        for index in model.operations.indices {
            let operation = model.operations[index]
            guard var result = operation.result else { continue }
            switch ValueWalk.go(to: result.pointer, in: operation.success, types, isStrict: result.isShared) {
            case .success(var walk):
                result.type = walk.finishValue()
                result.steps = walk.steps
                model.operations[index].result = result
                isUsed = isUsed || result.isShared
            case .failure(let misfit):
                model.operations[index].result = nil
                guard !result.isShared else { continue }
                let origin = origins.find(operation: operation.id)
                diagnostics.report(.unusableResult(of: operation.id, misfit.reason, origin?.mark, origin?.pointer))
            }
        }
        guard let shared = options.rules.result["default"], !shared.isEmpty, !isUsed else { return }
        let setting = Setting(.result, "default")
        let location = options.findSettings([setting])[setting]
        diagnostics.report(
            .unusableResult(of: "any operation", "no answer has \(shared)", location?.mark, location?.pointer))
    }
}

extension Diagnostic {
    fileprivate static func unusableResult(
        of owner: String, _ reason: String, _ mark: SourceMark?, _ pointer: String?
    ) -> Diagnostic {
        Diagnostic(
            id: "unusable-result", severity: .warning,
            message: "Apus cannot return a part of the answer of \(owner): \(reason)", mark: mark, pointer: pointer,
            hint: "the method returns the whole answer; correct `result` in the configuration")
    }
}
