import Pets

extension PetsServer {
    static let staging = PetsServer.custom("https://staging.pets.test")
}

/// The requirements of a screen, so that a preview can supply another implementation.
protocol PetSource {
    func pet(_ id: String) async throws -> Pet
}

extension PetsClient: PetSource {
    func pet(_ id: String) async throws -> Pet { try await fetchPet(petID: id) }
}

/// The model of a screen.
final class PetScreen {
    private(set) var pet: Pet?
    private(set) var message: String?
    private let source: any PetSource

    init(source: any PetSource) {
        self.source = source
    }

    func load(_ id: String) async {
        do {
            pet = try await source.pet(id)
        } catch let error as APIError<StandardFailure> {
            message = error.status.map { "status \($0)" }
        } catch {
            message = "\(error)"
        }
    }
}

/// The app's client: the server, credentials and middleware that it uses, with defaults as anybody would write them.
struct App {
    let journal = Journal()
    let session = Session()
    let counter = Counter()

    func makeClient(
        server: PetsServer = .staging, answering transport: InMemoryTransport = App.everything
    ) -> PetsClient {
        PetsClient(
            server: server, transport: CountingTransport(inner: transport, counter: counter),
            credentials: .bearerAuth { await session.current() }.and(.bearerAuth(SessionCredential(session: session))),
            middleware: [Journaling(journal: journal)])
    }

    static let everything = InMemoryTransport { request, _ in
        request.path == "/pets/lost" ? .status(.notFound) : .json(#"{"pet_id": "p1", "owner": null, "kind": "pet"}"#)
    }
}

/// Work that leaves the main actor. Servers and credentials are values that may be named there.
nonisolated enum Background {
    static func fetch(_ ids: [String], transport: any HTTPTransport) async throws -> [Pet] {
        let client = PetsClient(server: .production, transport: transport, credentials: .bearerAuth("token"))
        return try await withThrowingTaskGroup(of: Pet.self) { group in
            for id in ids { group.addTask { try await client.fetchPet(petID: id) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}

actor Archive {
    private var pets: [String: Pet] = [:]
    private let client: PetsClient

    init(client: PetsClient) {
        self.client = client
    }

    func add(_ id: String) async throws -> Int {
        pets[id] = try await client.fetchPet(petID: id)
        return pets.count
    }
}
