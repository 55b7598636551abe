import ApusPlatform
import Testing

@testable import ApusRuntime

/// Answers from a list, repeats the last entry, and records the requests.
final class ScriptedServer: Sendable {
    enum Step: Sendable {
        case answer(InMemoryTransport.Answer)
        case fail(TransportProblem.Kind)

        static let ok = Step.answer(.json(#"{"pet_id":"1"}"#))

        static func status(_ code: Int, _ headers: [String: String] = [:]) -> Step {
            var answer = InMemoryTransport.Answer.json(#"{"message":"no"}"#, status: .init(code: code))
            for (name, value) in headers {
                if let name = HTTPField.Name(name) { answer.head.headerFields[name] = value }
            }
            return .answer(answer)
        }
    }

    private let steps: [Step]
    private let received = Lock<[HTTPRequest]>([])

    init(_ steps: Step...) {
        self.steps = steps
    }

    var requests: [HTTPRequest] { received.withLock { $0 } }

    var transport: InMemoryTransport {
        InMemoryTransport { [self] request, _ in
            let count = received.withLock { requests in
                requests.append(request)
                return requests.count
            }
            switch steps[min(count, steps.count) - 1] {
            case .answer(let answer): return answer
            case .fail(let kind): throw TransportProblem(kind, "as scripted")
            }
        }
    }

    /// The error of `DELETE /pets/1`, or nil.
    func delete(
        _ middleware: [any APIMiddleware], _ options: CallOptions = .standard
    ) async -> APIError<UndocumentedFailure>? {
        do throws(APIError<UndocumentedFailure>) {
            try await PetsClient(transport: transport, middleware: middleware).send(
                DeletePet(petID: 1), options: options)
            return nil
        } catch {
            return error
        }
    }

    /// The error of `POST /pets`.
    func create(
        _ middleware: [any APIMiddleware], _ options: CallOptions = .standard
    ) async -> APIError<UndocumentedFailure>? {
        do throws(APIError<UndocumentedFailure>) {
            let client = PetsClient(transport: transport, middleware: middleware)
            _ = try await client.send(CreatePet(body: Pet(petID: "1")), options: options)
            return nil
        } catch {
            return error
        }
    }
}

extension RetryMiddleware {
    /// Waits without waiting, by default with no jitter.
    static func tested(
        _ policy: RetryPolicy = .standard, budget: RetryBudget = .standard, clock: TestClock = TestClock(jumps: true),
        random: Double = 0
    ) -> RetryMiddleware {
        RetryMiddleware(policy, budget: budget, clock: clock, random: { random })
    }
}
