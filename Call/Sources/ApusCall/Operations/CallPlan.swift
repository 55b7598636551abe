internal import ApusModel
internal import ApusRuntime
internal import HTTPTypes

/// What generated code declares for an operation, from its declaration: the descriptor, the paging and the result.
struct CallPlan: Sendable {
    let operation: OperationDecl
    let types: ValueBuilder
    let descriptor: OperationDescriptor
    /// nil: the operation is not paginated.
    let paging: PagingRule?
    let parameters: [ClientParameterDecl]

    init(_ operation: OperationDecl, of model: APIModel, types: ValueBuilder) {
        self.operation = operation
        self.types = types
        parameters = model.client.parameters
        descriptor = Self.describe(operation, model)
        paging = operation.paging.flatMap(Self.rule)
    }

    private static func describe(_ operation: OperationDecl, _ model: APIModel) -> OperationDescriptor {
        let successes = operation.success.cases
        let streamed = successes.flatMap(\.payloads)
        let isStreamed = streamed.contains(where: \.coding.isStreamed)
        let redirects =
            ["GET", "HEAD"].contains(operation.httpMethod)
            ? (model.failures.find(operation.failure.id)?.cases ?? []) : []
        return OperationDescriptor(
            id: operation.id, method: HTTPRequest.Method(operation.httpMethod), path: operation.path,
            security: operation.security.map { alternative in
                SecurityRequirement(alternative.schemes.map { .init(name: $0.name, scopes: $0.scopes) })
            },
            accept: operation.accepts, server: operation.server.map { ServerAddress.url(of: $0) }, streams: isStreamed,
            buffers: isStreamed
                ? streamed.filter { !$0.coding.isStreamed }.flatMap { [$0.contentType] + $0.otherTypes } : [],
            successes: successes.flatMap { statuses($0.status) },
            redirects: redirects.flatMap { redirected($0.status) },
            idempotent: operation.isIdempotent, attempts: operation.attempts,
            deprecated: operation.deprecation != nil, tags: operation.tags)
    }

    /// The statuses of a success that are not successes anyway.
    private static func statuses(_ status: ResponseCase.Status) -> [Int] {
        let all: [Int] =
            switch status {
            case .code(let code): [code]
            case .range(let hundred): Array(hundred * 100...hundred * 100 + 99)
            case .otherwise: []
            }
        return all.filter { !(200...299).contains($0) }
    }

    /// A range of redirects is returned as a whole, a single status where it is one that could be followed.
    private static func redirected(_ status: ResponseCase.Status) -> [Int] {
        switch status {
        case .code(let code): [301, 302, 303, 307, 308].contains(code) ? [code] : []
        case .range(3): Array(300...399)
        case .range, .otherwise: []
        }
    }

    private static func rule(_ paging: PagingDecl) -> PagingRule? {
        style(paging).map { PagingRule($0, total: paging.total, pages: paging.pages, more: paging.more) }
    }

    private static func style(_ paging: PagingDecl) -> PagingRule.Style? {
        let parameter: PageParameter? =
            switch paging.parameter {
            case .query(let name): .query(name)
            case .body(let pointer): .body(pointer)
            case nil: nil
            }
        let cursor = paging.cursor ?? ""
        switch (paging.style, parameter) {
        case (.pageNumber, let parameter?): return .pageNumber(parameter, first: paging.first)
        case (.offset, let parameter?): return .offset(parameter)
        case (.cursor, let parameter?): return .cursor(parameter, at: cursor)
        case (.lastItem, let parameter?): return .lastItem(parameter, items: paging.items, at: cursor)
        case (.nextURL, _): return .nextURL(at: cursor)
        case (.link, _): return .link
        case (.pageNumber, nil), (.offset, nil), (.cursor, nil), (.lastItem, nil): return nil
        }
    }
}
