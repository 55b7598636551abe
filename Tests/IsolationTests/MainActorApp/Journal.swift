import HTTPTypes
import Pets

/// The list of calls that a screen shows; it belongs to the main actor.
final class Journal {
    private(set) var lines: [String] = []

    func add(_ line: String) {
        lines.append(line)
    }
}

/// A middleware of the app's own. It is sent from any task, so that it asks the main actor for what belongs there.
struct Journaling: APIMiddleware {
    let journal: Journal
    var tag = "app"

    func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        var call = call
        if let name = HTTPField.Name("X-Tag") { call.request.headerFields[name] = tag }
        let response = try await next(call)
        await journal.add("\(call.operation.id) \(response.head.status.code)")
        return response
    }
}
