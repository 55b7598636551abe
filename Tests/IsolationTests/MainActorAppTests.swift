import Pets
import Testing

@testable import MainActorApp

/// The app whose code belongs to the main actor, at work.
@MainActor
@Suite("An app on the main actor")
struct MainActorAppTests {
    @Test("its middleware, transport and credential are used")
    func calls() async throws {
        let app = App()
        let screen = PetScreen(source: app.makeClient())
        await screen.load("p1")
        #expect(screen.pet?.petID == "p1")
        #expect(app.journal.lines == ["fetchPet 200"])
        #expect(await app.counter.calls == 1)
    }

    @Test("its credential sends what the session holds")
    func credential() async throws {
        let app = App()
        let sent = Sent()
        app.session.token = "second"
        let transport = InMemoryTransport { request, _ in
            await sent.keep(request.headerFields[.authorization])
            return .json(#"{"pet_id": "p1", "owner": null, "kind": "pet"}"#)
        }
        _ = try await app.makeClient(answering: transport).fetchPet(petID: "p1")
        #expect(await sent.value == "Bearer second")
    }

    @Test("failures reach the screen")
    func failures() async throws {
        let screen = PetScreen(source: App().makeClient())
        await screen.load("lost")
        #expect(screen.pet == nil)
        #expect(screen.message == "status 404")
    }

    @Test("servers and credentials are used off the main actor")
    func background() async throws {
        let pets = try await Background.fetch(["a", "b"], transport: App.everything)
        #expect(pets.count == 2)
        #expect(try await Archive(client: App().makeClient()).add("p1") == 1)
    }
}

private actor Sent {
    private(set) var value: String?

    func keep(_ text: String?) {
        value = text
    }
}
