import HTTPTypes
import Hummingbird

/// The statuses of a server's responses.
actor Statuses {
    private(set) var values: [Int] = []

    func append(_ status: Int) { values.append(status) }
}

/// Records the status of each response.
struct StatusRecorder: RouterMiddleware {
    typealias Context = BasicRequestContext

    let statuses: Statuses

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        await statuses.append(response.status.code)
        return response
    }
}
