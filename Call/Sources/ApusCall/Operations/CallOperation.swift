internal import ApusModel
internal import ApusRuntime

/// An operation of a document as the runtime takes it.
///
/// The runtime asks the type of an operation for what does not depend on its arguments. All operations have this one type, so its answers are
/// those of the plan that the task has; ``run(_:_:)`` sets it.
struct CallOperation: PagedOperation {
    typealias Failure = UndocumentedFailure

    @TaskLocal private static var plan: CallPlan?

    let arguments: CallArguments

    /// Runs calls of operations that the plan describes.
    static func run<Result>(_ plan: CallPlan, _ calls: () async throws -> Result) async rethrows -> Result {
        try await $plan.withValue(plan, operation: calls)
    }

    static var descriptor: OperationDescriptor {
        plan?.descriptor ?? OperationDescriptor(id: "unknown", method: nil, path: "")
    }

    func encode(into request: inout RequestWriter) {
        guard let plan = Self.plan else { return }
        RequestParts(plan.operation).write(arguments, into: &request)
    }

    static func decode(_ response: inout ResponseReader) -> CallAnswer {
        CallAnswer.read(&response)
    }

    static var paging: PagingRule { plan?.paging ?? PagingRule(.link) }

    static func items(of page: CallAnswer) -> [JSONValue] {
        plan?.operation.paging.flatMap { page.value(at: $0.items)?.array } ?? []
    }
}
