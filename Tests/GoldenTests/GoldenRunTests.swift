import ApusRuntime
import Pets
import Testing

/// The golden module at work.
@Suite("The golden module runs")
struct GoldenRunTests {
    static let wire =
        #"{"pet_id":"p1","owner":null,"nickname":null,"tags":["small"],"created_by":"ada","kind":"cat","object":"o","further":[1]}"#

    @Test("a model reads what it knows and keeps what it does not")
    func reads() throws {
        let pet = try Pet(json: Self.wire)
        #expect(pet.petID == "p1")
        #expect(pet.owner == nil)
        #expect(pet.nickname == .null)
        #expect(pet.status == .available)
        #expect(pet.kind == "cat")
        #expect(pet.object == "o")
        #expect(pet.additionalProperties == ["further": [1]])
        #expect(try Pet(json: pet.json()) == pet)
    }

    @Test("the initializer supplies constants")
    func constants() {
        #expect(Pet(petID: "p1", owner: nil).kind == "pet")
    }

    @Test("an open enum keeps what it does not know")
    func openEnum() {
        #expect(Pet.Status(rawValue: "lost") == .unknown("lost"))
        #expect(Pet.Status.allCases.map(\.rawValue) == ["available", "sold \"out\" \\(x)\u{202E}"])
    }

    @Test("a union is chosen by its discriminator, and writes it")
    func union() throws {
        let animal = try Animal(json: #"{"kind":"owner","id":"6f1c1c2e-0000-4000-8000-000000000000"}"#)
        guard case .owner = animal else {
            Issue.record("expected an owner, found \(animal)")
            return
        }
        #expect(String(decoding: try animal.json(), as: UTF8.self).contains(#""kind":"owner""#))
        guard case .unknown = try Animal(json: #"{"kind":"robot"}"#) else {
            Issue.record("expected what is not known to be kept")
            return
        }
    }

    @Test("a builder makes the request that the document describes")
    func request() throws {
        let operation = FetchPet(petID: "a/b", expand: ["owner", "tags"], ifMatch: "\"1\"")
        let request = try operation.request(server: "https://api.pets.test/v1").request
        #expect(request.path == "/v1/pets/a%2Fb?expand=owner,tags")
        #expect(request.headerFields[.ifMatch] == "\"1\"")
    }
}
