import ApusCodec
import Foundation
import Testing

/// Models as generated: members, equality, descriptions, `Codable`.
struct ModelTests {
    static let text = #"""
        {"pet_id":"p1","name":"Rex","born_at":"2026-01-31T09:30:00.250Z","owner":{"id":7},"nickname":null,"tags":["a","b"],\#
        "status":"adopted","created_by":"ada","password":"hush","parent":{"pet_id":"p0","owner":null,"status":"sold"},\#
        "extra":{"b":1.50,"a":[]}}
        """#

    @Test func readsAndWritesEveryKindOfMember() throws {
        let pet = try Pet(json: Self.text)
        #expect(pet.petID == "p1")
        #expect(pet.bornAt == Date(timeIntervalSince1970: 1_769_851_800.25))
        #expect(pet.owner?.id == 7)
        #expect(pet.nickname == .null)
        #expect(pet.tags == ["a", "b"])
        #expect(pet.status == .unknown("adopted"))
        #expect(pet.parent?.petID == "p0")
        #expect(pet.parent?.status == .sold)
        #expect(pet.additionalProperties == ["extra": ["a": [], "b": 1.5]])
        #expect(try String(decoding: pet.json(), as: UTF8.self) == Self.text)
    }

    @Test func leavesReadOnlyMembersOutOfRequests() throws {
        let pet = Pet(petID: "p", owner: nil, createdBy: "ada")
        let request = try String(decoding: JSONEncoding.encode(pet), as: UTF8.self)
        #expect(request == #"{"pet_id":"p","owner":null,"status":"available"}"#)
        #expect(try Pet(json: pet.json()) == pet)
    }

    @Test func tellsAbsentFromNull() throws {
        #expect(try Pet(json: #"{"pet_id":"p","owner":null}"#).nickname == .absent)
        #expect(try Pet(json: #"{"pet_id":"p","owner":null,"nickname":null}"#).nickname == .null)
        #expect(try Pet(json: #"{"pet_id":"p","owner":null,"nickname":"n"}"#).nickname == "n")
        #expect(try Pet(json: #"{"pet_id":"p","owner":null,"tags":null}"#).tags == nil)
    }

    @Test func readsMembersInAnyOrderAndTheLastOfEqualOnes() throws {
        let owner = #""owner":{"parents":[null,{"id":2}],"id":1}"#
        let pet = try Pet(json: #"{"x":1,"status":"sold","name":"a",\#(owner),"name":"b","pet_id":"p","x":2}"#)
        #expect(pet.name == "b")
        #expect(pet.owner?.parents == [nil, Owner(id: 2)])
        #expect(pet.status == .sold)
        #expect(pet.additionalProperties == ["x": 2])
        #expect(try Pet(json: #"{"p\u0065t_id":"p","owner":null,"\u0079":1}"#).additionalProperties == ["y": 1])
    }

    @Test func keepsMoreThan64Members() throws {
        let many = (0..<200).map { "\"m\($0)\":\($0)" }.joined(separator: ",")
        let pet = try Pet(json: #"{\#(many),"pet_id":"p","owner":null,"name":"n"}"#)
        #expect(pet.additionalProperties.count == 200)
        #expect(pet.additionalProperties["m199"] == 199)
        #expect(pet.name == "n")
    }

    @Test func comparesAndHashesWhatIsWritten() throws {
        let pet = try Pet(json: Self.text)
        var other = try Pet(json: Self.text)
        #expect(pet == other)
        #expect(pet.hashValue == other.hashValue)
        #expect(Set([pet, other]).count == 1)
        other.password = "loud"
        #expect(pet != other)
        other = pet
        other.bornAt = pet.bornAt?.addingTimeInterval(0.000_01)
        #expect(pet != other)
        other = pet
        other.createdBy = nil
        #expect(pet != other)
    }

    @Test func describesItselfWithoutSecrets() throws {
        let pet = Pet(
            petID: "p", owner: Owner(id: 1), tags: ["a", "b"], password: "hush", additionalProperties: ["k": 1])
        let text =
            #"Pet(pet_id: "p", owner: Owner(id: 1), tags: ["a", "b"], status: "available", password: <redacted>, k: 1)"#
        #expect(pet.description == text)
        #expect("\(pet)" == text)
        #expect(String(reflecting: pet) == text)
        var dumped = ""
        dump(pet, to: &dumped)
        #expect(!dumped.contains("hush"))
    }

    @Test func isCodable() throws {
        let pet = try Pet(json: Self.text)
        let data = try JSONEncoder().encode(pet)
        #expect(try JSONDecoder().decode(Pet.self, from: data) == pet)
        let list = try PropertyListEncoder().encode([Owner(id: 1)])
        #expect(try PropertyListDecoder().decode([Owner].self, from: list) == [Owner(id: 1)])
        #expect(throws: Swift.DecodingError.self) { try JSONDecoder().decode(Pet.self, from: Data("{}".utf8)) }
    }

    @Test func boxesAreCopiedOnWrite() {
        var first = Pet(petID: "a", owner: nil, parent: Pet(petID: "b", owner: nil))
        let second = first
        first.parent?.petID = "c"
        #expect(second.parent?.petID == "b")
        #expect(first.parent?.petID == "c")
        first.parent = nil
        #expect(first.parent == nil && second.parent != nil)
        first.parent = second
        #expect(first.parent?.parent?.petID == "b")
    }
}
